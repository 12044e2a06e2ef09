package io.synkro.predict.optimize.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClarkScarfProperties {

  private static SerialSystem system(Random random, int kind) {
    List<SerialStage> stages = new ArrayList<>();
    for (int j = 0; j <= random.nextInt(4); j++) {
      stages.add(new SerialStage(0.1 + random.nextDouble(), random.nextInt(5) / 2.0));
    }
    double mean = 1 + random.nextInt(30);
    double ratio = 0.2 + random.nextDouble();
    DemandProcess demand = DemandProcess.of(new NormalDemand(mean, mean * ratio / 2));
    if (kind == 1) {
      demand = DemandProcess.of(new PoissonDemand(mean / 5));
    } else if (kind == 2) {
      demand = time -> new GammaDemand(5 * ratio * time, mean);
    } else if (kind == 3) {
      demand = time -> new NegativeBinomialDemand(mean / 4 * time, ratio * time);
    }
    return new SerialSystem(stages, 1 + random.nextInt(100), demand);
  }

  @Test
  void optimalLevelsLieBetweenTheNewsvendorBounds() {
    Random random = new Random(1);
    for (int i = 0; i < 24; i++) {
      SerialSystem system = system(random, i % 4);
      List<Double> levels = ClarkScarf.optimize(system).echelonLevels();
      List<Double> lower = NewsvendorHeuristic.lowerBounds(system);
      List<Double> upper = NewsvendorHeuristic.upperBounds(system);
      List<Double> heuristic = NewsvendorHeuristic.levels(system);
      for (int j = 0; j < levels.size(); j++) {
        double slack = 1e-7 * (1 + upper.get(j));
        assertThat(levels.get(j)).isBetween(lower.get(j) - slack, upper.get(j) + slack);
        assertThat(heuristic.get(j)).isBetween(lower.get(j), upper.get(j));
      }
    }
  }

  @Test
  void noOtherLevelsAreCheaper() {
    Random random = new Random(2);
    for (int i = 0; i < 24; i++) {
      SerialSystem system = system(random, i % 4);
      SerialPolicy best = ClarkScarf.optimize(system);
      List<Double> other = new ArrayList<>();
      for (double level : best.echelonLevels()) {
        double change = random.nextInt(7) - 3;
        other.add(level + (system.isDiscrete() ? change : change / 3));
      }
      double total = best.cost().total();
      assertThat(ClarkScarf.cost(system, other).total())
          .isGreaterThanOrEqualTo(total - 1e-8 * total);
    }
  }

  @Test
  void scaleOfMoneyAndUnitsDoesNotMatter() {
    Random random = new Random(3);
    for (double factor : new double[] {1e-3, 7, 1e6}) {
      SerialSystem system = system(random, 0);
      SerialSystem dearer =
          new SerialSystem(
              system.stages().stream()
                  .map(s -> new SerialStage(factor * s.echelonHoldingCost(), s.leadTime()))
                  .toList(),
              factor * system.stockoutCost(),
              system.demand());
      SerialSystem larger =
          new SerialSystem(
              system.stages(),
              system.stockoutCost(),
              DemandProcess.of(new NormalDemand(5 * factor, factor)));
      SerialSystem smaller =
          new SerialSystem(
              system.stages(), system.stockoutCost(), DemandProcess.of(new NormalDemand(5, 1)));
      double cost = ClarkScarf.optimize(system).cost().total();
      double unit = ClarkScarf.optimize(smaller).cost().total();
      assertThat(ClarkScarf.optimize(dearer).cost().total() / factor)
          .isCloseTo(cost, within(1e-8 * cost));
      assertThat(ClarkScarf.optimize(larger).cost().total() / factor)
          .isCloseTo(unit, within(1e-8 * unit));
    }
  }

  @Test
  void dearerWaitingMeansHigherLevelsAndLessWaiting() {
    for (DemandProcess demand :
        List.of(
            DemandProcess.of(new NormalDemand(10, 3)), DemandProcess.of(new PoissonDemand(2.5)))) {
      double levelsBefore = 0;
      double waitingBefore = Double.POSITIVE_INFINITY;
      for (double stockout : new double[] {0.5, 2, 9, 99, 9999, 1e6}) {
        SerialSystem system =
            new SerialSystem(SerialSystems.EXAMPLE_6_1.stages(), stockout, demand);
        SerialPolicy policy = ClarkScarf.optimize(system);
        double levels = policy.echelonLevels().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(levels).isGreaterThanOrEqualTo(levelsBefore);
        assertThat(policy.cost().stockout() / stockout).isLessThanOrEqualTo(waitingBefore);
        levelsBefore = levels;
        waitingBefore = policy.cost().stockout() / stockout;
      }
    }
  }

  /** Far down all of demand waits, far up nobody does: what is left can be counted by hand. */
  @Test
  void costIsStraightFarFromTheOptimum() {
    SerialSystem system = SerialSystems.EXAMPLE_6_1;
    SerialCost none = ClarkScarf.cost(system, List.of(-1e6, -1e6, -1e6));
    assertThat(none.holding()).isCloseTo(4 * 5 + 2 * 5, within(1e-6));
    assertThat(none.stockout()).isCloseTo(37.12 * (1e6 + 20), within(1e-3));
    SerialCost plenty = ClarkScarf.cost(system, List.of(1e6, 2e6, 4e6));
    double holding = 7 * (1e6 - 5) + 4 * (1e6 - 5) + 2 * (2e6 - 10) + 4 * 5 + 2 * 5;
    assertThat(plenty.holding()).isCloseTo(holding, within(1e-6 * holding));
    assertThat(plenty.stockout()).isZero();
  }

  /** A level beyond what the stage above lets through changes nothing. */
  @Test
  void levelsAboveTheSupplierAreTheSuppliers() {
    SerialSystem system = SerialSystems.EXAMPLE_6_1;
    SerialCost cost = ClarkScarf.cost(system, List.of(6.5, 22.7, 22.7));
    SerialCost same = ClarkScarf.cost(system, List.of(6.5, 1e9, 22.7));
    assertThat(same.total()).isCloseTo(cost.total(), within(1e-9 * cost.total()));
  }

  @Test
  void largeWholeDemandIsNearlyNormal() {
    List<SerialStage> stages = List.of(new SerialStage(1, 1), new SerialStage(1, 2));
    SerialPolicy whole =
        ClarkScarf.optimize(new SerialSystem(stages, 50, DemandProcess.of(new PoissonDemand(1e7))));
    SerialPolicy real =
        ClarkScarf.optimize(
            new SerialSystem(stages, 50, DemandProcess.of(new NormalDemand(1e7, Math.sqrt(1e7)))));
    assertThat(whole.echelonLevels().get(1)).isCloseTo(real.echelonLevels().get(1), within(10.0));
    assertThat(whole.cost().total()).isCloseTo(real.cost().total(), within(2.0));
  }
}
