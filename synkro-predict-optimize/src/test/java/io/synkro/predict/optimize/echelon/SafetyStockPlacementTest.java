package io.synkro.predict.optimize.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

/** Examples of Snyder &amp; Shen (2019); digits beyond the book's from stockpyl's test suite. */
class SafetyStockPlacementTest {

  private static Map<String, Integer> times(SafetyStockPlan plan) {
    Map<String, Integer> times = new TreeMap<>();
    plan.stages().forEach(stage -> times.put(stage.stage(), stage.serviceTime()));
    return times;
  }

  /** Snyder &amp; Shen, example 6.5. */
  private static SupplyNetwork example65() {
    return new SupplyNetwork(
        List.of(
            Stage.of("1", 1, 2, 1).withInboundServiceTime(1),
            Stage.of("3", 2, 1, 1),
            Stage.of("2", 3, 1, 1).withEndDemand(new EndDemand(0, 1, 0)),
            Stage.of("4", 3, 1, 1).withEndDemand(new EndDemand(0, 1, 1))),
        List.of(Link.of("1", "3"), Link.of("3", "2"), Link.of("3", "4")));
  }

  /** Snyder &amp; Shen, problem 6.9, with service times of 21 and 5 days. */
  private static SupplyNetwork problem69() {
    return new SupplyNetwork(
        List.of(
            Stage.of("1", 44 / 365.0, 7, 4).withEndDemand(new EndDemand(22, 4.1, 21)),
            Stage.of("2", 28 / 365.0, 7, 4).withEndDemand(new EndDemand(15.3, 6.2, 5)),
            Stage.of("3", 18 / 365.0, 21, 4),
            Stage.of("4", 1 / 365.0, 3, 4),
            Stage.of("5", 4 / 365.0, 8, 4),
            Stage.of("6", 1.5 / 365.0, 2, 4)),
        List.of(
            Link.of("3", "1"),
            Link.of("3", "2"),
            Link.of("4", "3"),
            Link.of("5", "3"),
            Link.of("6", "5")));
  }

  @Test
  void serialSystemOfExample63() {
    SafetyStockPlan plan =
        SafetyStockPlacement.optimize(
            SupplyNetwork.serial(
                List.of(
                    Stage.of("3", 2, 1, 1).withInboundServiceTime(1),
                    Stage.of("2", 4, 0, 1),
                    Stage.of("1", 7, 1, 1).withEndDemand(new EndDemand(0, 1, 1)))));
    assertThat(plan.holdingCost()).isCloseTo(2.8284271247461903, within(1e-12));
    assertThat(times(plan)).isEqualTo(Map.of("1", 1, "2", 0, "3", 0));
  }

  @Test
  void serialSystemOfProblem68() {
    double[] holding = {5.73, 4.56, 3.04, 2.93, 2.47, 2.37, 1.15, 1.1, 0.98, 0.87};
    int[] processing = {5, 10, 2, 15, 8, 5, 9, 5, 1, 5};
    int[] best = {3, 10, 0, 28, 13, 5, 0, 18, 13, 12};
    List<Stage> stages = new ArrayList<>();
    Map<String, Integer> expected = new TreeMap<>();
    for (int k = 0; k < 10; k++) {
      stages.add(0, Stage.of("" + (k + 1), holding[k], processing[k], 2.0537489106318225));
      expected.put("" + (k + 1), best[k]);
    }
    stages.set(0, stages.get(0).withInboundServiceTime(7));
    stages.set(9, stages.get(9).withEndDemand(new EndDemand(0, 15.8, 3)));
    SafetyStockPlan plan = SafetyStockPlacement.optimize(SupplyNetwork.serial(stages));
    assertThat(plan.holdingCost()).isCloseTo(1378.31, within(0.01));
    assertThat(times(plan)).isEqualTo(expected);
  }

  @Test
  void treeOfExample65() {
    SafetyStockPlan plan = SafetyStockPlacement.optimize(example65());
    assertThat(plan.holdingCost()).isCloseTo(8.277916867529369, within(1e-12));
    assertThat(times(plan)).isEqualTo(Map.of("1", 0, "2", 0, "3", 0, "4", 1));
    assertThat(plan.gap()).isZero();
  }

  @Test
  void treeOfProblem69() {
    SafetyStockPlan plan = SafetyStockPlacement.optimize(problem69());
    assertThat(plan.holdingCost()).isCloseTo(10.5811190103555, within(1e-10));
    assertThat(times(plan)).isEqualTo(Map.of("1", 7, "2", 5, "3", 0, "4", 0, "5", 0, "6", 2));
  }

  /**
   * Graves &amp; Willems (2003), Supply chain design: safety stock placement and supply chain
   * configuration, section 3.4: safety stock of $633,000 a year, at the six stages of stock.
   */
  @Test
  void bulldozerAssembly() {
    SafetyStockPlan plan = SafetyStockPlacement.optimize(Bulldozer.network());
    assertThat(plan.holdingCost()).isCloseTo(632_720, within(3.0));
    assertThat(plan.stages())
        .filteredOn(stage -> stage.safetyStock() > 0)
        .extracting(StageStock::stage)
        .containsExactlyInAnyOrder(
            "case", "case & frame", "fans", "frame assembly", "pin assembly", "final assembly");
  }

  /** Example 6.5: base-stock levels of 2.45, 1.41, 1.00 and 0. */
  @Test
  void serviceTimesAndBaseStockLevelsBelongTogether() {
    SafetyStockPlan plan =
        SafetyStockPlacement.of(example65(), Map.of("1", 0, "2", 0, "3", 0, "4", 1));
    assertThat(plan.holdingCost()).isCloseTo(8.277916867529369, within(1e-12));
    assertThat(plan.stages())
        .extracting(StageStock::baseStockLevel)
        .usingElementComparator(new DoubleComparator(1e-12))
        .containsExactly(2.4494897427831783, 1.4142135623730951, 1.0, 0.0);
  }

  /** Problem 6.9: net lead times of 35, 35 and 0. */
  @Test
  void netLeadTimesFollowFromServiceTimes() {
    SafetyStockPlan plan =
        SafetyStockPlacement.of(
            problem69(), Map.of("1", 3, "2", 3, "3", 31, "4", 3, "5", 10, "6", 2));
    assertThat(plan.stages())
        .extracting(StageStock::netLeadTime)
        .containsExactly(35, 35, 0, 0, 0, 0);
    assertThat(plan.stage("3").inboundTime()).isEqualTo(10);
    assertThat(plan.stage("1").baseStockLevel())
        .isCloseTo(35 * 22 + 4 * 4.1 * Math.sqrt(35), within(1e-9));
    assertThat(plan.stage("3").safetyStock()).isZero();
  }

  /** A unit of the end item needs 2 + 3 · 1 units of the part, always in the same period. */
  @Test
  void demandAddsUpOverAllWaysToTheEndItem() {
    SupplyNetwork network =
        new SupplyNetwork(
            List.of(
                Stage.of("part", 1, 4, 2),
                Stage.of("a", 2, 0, 2),
                Stage.of("b", 2, 0, 2),
                Stage.of("end", 9, 0, 2).withEndDemand(new EndDemand(10, 3, 0))),
            List.of(
                new Link("part", "a", 2),
                new Link("part", "b", 1),
                Link.of("a", "end"),
                new Link("b", "end", 3)));
    SafetyStockPlan plan = SafetyStockPlacement.optimize(network);
    assertThat(plan.stage("part").safetyStock()).isCloseTo(2 * (5 * 3) * 2, within(1e-12));
    assertThat(plan.stage("part").baseStockLevel()).isCloseTo(260, within(1e-12));
    assertThat(plan.holdingCost()).isCloseTo(60, within(1e-12));
    assertThat(plan.gap()).isZero();
  }

  @Test
  void givenTimesAndLevelsAreChecked() {
    SupplyNetwork network = example65();
    assertThatThrownBy(() -> SafetyStockPlacement.of(network, Map.of("1", 4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("stage 1 (4)", "from 0 to 3");
    assertThatThrownBy(() -> SafetyStockPlacement.of(network, Map.of("1", 0, "3", 0, "2", 1)))
        .hasMessageContainingAll("stage 2 (1)", "from 0 to 0");
    assertThatThrownBy(() -> SafetyStockPlacement.of(network, Map.of("1", 0)))
        .hasMessageContaining("stage (3) must have a value");
    Map<String, Double> low = Map.of("1", 2.45, "3", 1.42, "2", 0.9, "4", 0.0);
    assertThatThrownBy(() -> SafetyStockPlacement.ofBaseStockLevels(network, low))
        .hasMessageContainingAll("stage 2 (0.9)", "1 periods");
    assertThatThrownBy(() -> SafetyStockPlacement.optimize(network).stage("9"))
        .hasMessageContaining("stage (9)");
    assertThatThrownBy(() -> new PlacementLimits(-0.1, 1)).hasMessageContaining("gap");
    assertThatThrownBy(() -> new PlacementLimits(1, 1)).hasMessageContaining("gap (1");
    assertThatThrownBy(() -> new PlacementLimits(0.1, 0)).hasMessageContaining("relaxations");
  }
}
