package io.synkro.predict.optimize.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplyNetworkTest {
  private static final EndDemand DEMAND = new EndDemand(10, 2, 0);

  private static List<Stage> stages(String... names) {
    List<Stage> stages = new ArrayList<>();
    for (String name : names) {
      stages.add(Stage.of(name, 1, 1, 2).withEndDemand(DEMAND));
    }
    return stages;
  }

  private static void refused(List<Stage> stages, List<Link> links, String... words) {
    assertThatThrownBy(() -> new SupplyNetwork(stages, links))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void cycleIsRefusedWithItsStages() {
    List<Link> links =
        List.of(
            Link.of("mine", "mill"),
            Link.of("mill", "press"),
            Link.of("press", "paint"),
            Link.of("paint", "mill"),
            Link.of("paint", "shop"));
    assertThatThrownBy(
            () -> new SupplyNetwork(stages("mine", "mill", "press", "paint", "shop"), links))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cycle")
        .hasMessageContainingAll("mill -> press", "press -> paint", "paint -> mill")
        .hasMessageNotContainingAny("mine", "shop");
  }

  @Test
  void stageThatSuppliesItselfIsACycle() {
    refused(stages("a"), List.of(Link.of("a", "a")), "a -> a", "cycle");
  }

  @Test
  void networkInPiecesIsRefused() {
    refused(stages("a", "b", "c"), List.of(Link.of("a", "b")), "stage (c)", "linked");
  }

  @Test
  void namesMustBeKnownAndDifferent() {
    refused(stages("a", "a"), List.of(), "stage (a)", "repeat");
    refused(stages("a", "b"), List.of(Link.of("a", "x")), "stage (x)", "of the network");
    refused(stages("a", "b"), List.of(Link.of("a", "b"), Link.of("a", "b")), "a -> b", "repeat");
    refused(List.of(), List.of(), "number of stages");
  }

  @Test
  void stageThatServesNobodyIsRefused() {
    refused(
        List.of(Stage.of("a", 1, 1, 2), Stage.of("b", 1, 1, 2)),
        List.of(Link.of("a", "b")),
        "stage (b)",
        "end demand");
  }

  @Test
  void valuesAreChecked() {
    assertThatThrownBy(() -> Stage.of("a", 1, -1, 2)).hasMessageContaining("stage a (-1)");
    assertThatThrownBy(() -> Stage.of("a", Double.NaN, 1, 2)).hasMessageContaining("holding");
    assertThatThrownBy(() -> Stage.of("a", 1, 1, -2)).hasMessageContaining("safety factor");
    assertThatThrownBy(() -> Stage.of("a", 1, 1, 2).withInboundServiceTime(-3))
        .hasMessageContaining("stage a (-3)");
    assertThatThrownBy(() -> new EndDemand(1, 1, -1)).hasMessageContaining("service time (-1)");
    assertThatThrownBy(() -> new EndDemand(1, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Link("a", "b", 0)).hasMessageContaining("a to b (0)");
  }

  @Test
  void timesThatNoTableCanHoldAreRefused() {
    Stage slow = Stage.of("slow", 1, Integer.MAX_VALUE, 2).withEndDemand(DEMAND);
    SupplyNetwork network = SupplyNetwork.serial(List.of(Stage.of("a", 1, 1, 2), slow));
    assertThatThrownBy(() -> SafetyStockPlacement.optimize(network))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("slow", "2147483648", "periods");
  }

  @Test
  void treeHasOneLinkLessThanStages() {
    List<Link> links = List.of(Link.of("a", "b"), Link.of("a", "c"), Link.of("b", "c"));
    assertThat(new SupplyNetwork(stages("a", "b", "c"), links).isTree()).isFalse();
    assertThat(new SupplyNetwork(stages("a", "b", "c"), links.subList(0, 2)).isTree()).isTrue();
  }
}
