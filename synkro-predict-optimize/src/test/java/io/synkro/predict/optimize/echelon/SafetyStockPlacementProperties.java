package io.synkro.predict.optimize.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SafetyStockPlacementProperties {
  private static final PlacementLimits EXACT = new PlacementLimits(0, 100_000);

  private static SupplyNetwork changed(SupplyNetwork network, UnaryOperator<Stage> change) {
    return new SupplyNetwork(network.stages().stream().map(change).toList(), network.links());
  }

  private static double cost(SupplyNetwork network) {
    return SafetyStockPlacement.optimize(network, EXACT).holdingCost();
  }

  @Test
  void treesAreAsGoodAsTheBestOfAllPlans() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      SupplyNetwork network = RandomNetworks.network(random, 1 + random.nextInt(6), 0);
      double least = RandomNetworks.leastCost(network);
      SafetyStockPlan plan = SafetyStockPlacement.optimize(network);
      assertThat(plan.holdingCost()).as("%s", network).isCloseTo(least, within(1e-9 * least));
      assertThat(plan.gap()).isZero();
    }
  }

  @Test
  void acyclicNetworksAreAsGoodAsTheBestOfAllPlans() {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      double density = random.nextDouble();
      SupplyNetwork network = RandomNetworks.network(random, 3 + random.nextInt(4), density);
      double least = RandomNetworks.leastCost(network);
      SafetyStockPlan plan = SafetyStockPlacement.optimize(network, EXACT);
      assertThat(plan.holdingCost()).as("%s", network).isCloseTo(least, within(1e-9 * least));
      assertThat(plan.gap()).isBetween(0.0, 1e-9);
    }
  }

  /** With few relaxations the search must stop early on some of these, with a bound that holds. */
  @Test
  void searchThatStopsEarlyStillBoundsTheBestPlan() {
    Random random = new Random(3);
    int open = 0;
    for (int i = 0; i < 300; i++) {
      SupplyNetwork network = RandomNetworks.network(random, 6, 0.6);
      double least = RandomNetworks.leastCost(network);
      SafetyStockPlan plan = SafetyStockPlacement.optimize(network, new PlacementLimits(0, 1));
      assertThat(plan.lowerBound()).as("%s", network).isLessThanOrEqualTo(least * (1 + 1e-9));
      assertThat(plan.holdingCost()).isGreaterThanOrEqualTo(least * (1 - 1e-9));
      open += plan.gap() > 1e-9 ? 1 : 0;
    }
    assertThat(open).isPositive();
  }

  @Test
  void forLargerNetworksPlansAreProvenToo() {
    Random random = new Random(4);
    for (int i = 0; i < 10; i++) {
      SupplyNetwork network = RandomNetworks.network(random, 40, 0.05);
      SafetyStockPlan plan = SafetyStockPlacement.optimize(network);
      assertThat(plan.gap()).isBetween(0.0, 1e-6);
      assertThat(SafetyStockPlacement.optimize(network)).isEqualTo(plan);
    }
  }

  @Test
  void orderOfStagesAndLinksDoesNotMatter() {
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      SupplyNetwork network = RandomNetworks.network(random, 8, i % 2 * 0.3);
      List<Stage> stages = new ArrayList<>(network.stages());
      List<Link> links = new ArrayList<>(network.links());
      Collections.shuffle(stages, random);
      Collections.shuffle(links, random);
      double cost = cost(network);
      assertThat(cost(new SupplyNetwork(stages, links))).isCloseTo(cost, within(1e-9 * cost));
    }
  }

  @Test
  void costScalesWithPricesAndWithTheRootOfTime() {
    Random random = new Random(6);
    for (int i = 0; i < 100; i++) {
      SupplyNetwork network = RandomNetworks.network(random, 6, i % 2 * 0.3);
      double cost = cost(network);
      SupplyNetwork dearer =
          changed(
              network,
              s ->
                  new Stage(
                      s.name(),
                      s.holdingCost() * 3,
                      s.processingTime(),
                      s.safetyFactor(),
                      s.inboundServiceTime(),
                      s.endDemand()));
      SupplyNetwork slower =
          changed(
              network,
              s -> {
                EndDemand d = s.endDemand();
                return new Stage(
                    s.name(),
                    s.holdingCost(),
                    s.processingTime() * 4,
                    s.safetyFactor(),
                    s.inboundServiceTime() * 4,
                    new EndDemand(d.mean(), d.sd(), d.serviceTime() * 4));
              });
      assertThat(cost(dearer)).isCloseTo(3 * cost, within(1e-9 * cost));
      assertThat(cost(slower)).isCloseTo(2 * cost, within(1e-9 * cost));
    }
  }

  @Test
  void longerPromisesAreNeverDearerAndLongerSupplyNeverCheaper() {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      SupplyNetwork network = RandomNetworks.network(random, 6, i % 2 * 0.3);
      double cost = cost(network);
      SupplyNetwork patient =
          changed(
              network,
              s -> {
                EndDemand d = s.endDemand();
                return s.withEndDemand(new EndDemand(d.mean(), d.sd(), d.serviceTime() + 1));
              });
      SupplyNetwork slow =
          changed(network, s -> s.withInboundServiceTime(s.inboundServiceTime() + 1));
      assertThat(cost(patient)).isLessThanOrEqualTo(cost * (1 + 1e-9));
      assertThat(cost(slow)).isGreaterThanOrEqualTo(cost * (1 - 1e-9));
    }
  }

  @Test
  void whatIsPromisedInTimeNeedsNoStock() {
    SupplyNetwork network =
        SupplyNetwork.serial(
            List.of(
                Stage.of("a", 1, 5, 2).withInboundServiceTime(3),
                Stage.of("b", 2, 4, 2).withEndDemand(new EndDemand(10, 5, 12))));
    assertThat(cost(network)).isZero();
  }

  @Test
  void levelsGiveBackTheTimesTheyCameFrom() {
    Random random = new Random(8);
    for (int i = 0; i < 100; i++) {
      SupplyNetwork network = RandomNetworks.network(random, 6, i % 2 * 0.3);
      SafetyStockPlan plan = SafetyStockPlacement.optimize(network);
      Map<String, Double> levels = new HashMap<>();
      Map<String, Integer> times = new HashMap<>();
      for (StageStock stage : plan.stages()) {
        levels.put(stage.stage(), stage.baseStockLevel());
        times.put(stage.stage(), stage.serviceTime());
      }
      assertThat(SafetyStockPlacement.of(network, times).stages()).isEqualTo(plan.stages());
      assertThat(SafetyStockPlacement.ofBaseStockLevels(network, levels).stages())
          .isEqualTo(plan.stages());
    }
  }
}
