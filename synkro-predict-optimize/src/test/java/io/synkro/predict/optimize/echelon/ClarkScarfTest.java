package io.synkro.predict.optimize.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.NormalDistribution;
import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ClarkScarfTest {

  /** Snyder &amp; Shen, example 6.1: levels of 6.49, 12.02 and 22.71, cost 47.65 on their grid. */
  @Test
  void levelsOfExample61() {
    SerialPolicy policy = ClarkScarf.optimize(SerialSystems.EXAMPLE_6_1);
    assertThat(policy.echelonLevels().get(0)).isCloseTo(6.49, within(0.005));
    assertThat(policy.echelonLevels().get(1)).isCloseTo(12.02, within(0.005));
    assertThat(policy.echelonLevels().get(2)).isCloseTo(22.71, within(0.005));
    assertThat(policy.cost().total()).isCloseTo(47.65, within(0.02));
    assertThat(policy.localLevels().get(1)).isCloseTo(5.53, within(0.005));
    assertThat(policy.localLevels().get(2)).isCloseTo(10.69, within(0.005));
  }

  /** Shang &amp; Song (2003): echelon levels 11, 14, 18, 26; cost 74.564 as in stockpyl. */
  @Test
  void levelsOfShangAndSong() {
    SerialPolicy policy = ClarkScarf.optimize(SerialSystems.SHANG_SONG);
    assertThat(policy.echelonLevels()).containsExactly(11.0, 14.0, 18.0, 26.0);
    assertThat(policy.cost().total()).isCloseTo(74.564, within(0.0005));
  }

  /** Snyder &amp; Shen, example 4.3: S = 56.6, cost 1.9976 (stockpyl: 1.997605193176645). */
  @Test
  void oneStageIsANewsvendor() {
    SerialSystem system =
        new SerialSystem(
            List.of(new SerialStage(0.18, 1)), 0.70, DemandProcess.of(new NormalDemand(50, 8)));
    SerialPolicy policy = ClarkScarf.optimize(system);
    assertThat(policy.echelonLevels().get(0)).isCloseTo(56.60395592743389, within(1e-9));
    assertThat(policy.cost().total()).isCloseTo(1.997605193176645, within(1e-11));
  }

  /** The recursion written out as one integral, where C_1 is known in closed form. */
  @Test
  void twoStagesAgreeWithAnIntegral() {
    for (double first : new double[] {50, 124, 140, 229, 400}) {
      double total = ClarkScarf.cost(SerialSystems.PROBLEM_6_1, List.of(first, 229.0)).total();
      double expected = integral(left -> left + firstStage(Math.min(first, left)));
      assertThat(total).isCloseTo(expected, within(1e-7 * total));
    }
  }

  /** A stage without lead time between the two passes on at once, up to its own level. */
  @Test
  void stageWithoutLeadTimeLetsThroughUpToItsLevel() {
    SerialStage stage = new SerialStage(1, 1);
    SerialSystem system =
        new SerialSystem(
            List.of(stage, new SerialStage(1, 0), stage),
            14,
            DemandProcess.of(new NormalDemand(100, 15)));
    for (double between : new double[] {110, 124, 127, 180}) {
      double total = ClarkScarf.cost(system, List.of(124.0, between, 229.0)).total();
      double expected =
          integral(
              left -> {
                double passed = Math.min(between, left);
                return left + passed + firstStage(Math.min(124, passed));
              });
      assertThat(total).isCloseTo(expected, within(1e-7 * total));
    }
  }

  /** C_1 of both systems: h_1 = 1 and p + Σ h_i = 17. */
  private static double firstStage(double position) {
    double above = (position - 100) / 15;
    return 15 * above + 17 * 15 * NormalDistribution.loss(above);
  }

  /** Expected cost of what is left of 229 after the demand of a period. */
  private static double integral(DoubleUnaryOperator cost) {
    int steps = 40_000; // corners of the cost leave an error of the step squared
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double z = -10 + 20.0 * i / steps;
      sum += NormalDistribution.density(z) * cost.applyAsDouble(229 - 100 - 15 * z) * 20 / steps;
    }
    return sum;
  }

  /** The same for whole-number demand: a double sum of probabilities. */
  @Test
  void twoStagesOfWholeDemandAgreeWithASum() {
    SerialSystem system =
        new SerialSystem(
            List.of(new SerialStage(1, 2), new SerialStage(0.5, 1)),
            9,
            DemandProcess.of(new PoissonDemand(3)));
    PoissonDemand first = new PoissonDemand(6);
    PoissonDemand second = new PoissonDemand(3);
    double sum = 0;
    for (int d = 0; d < 60; d++) {
      double left = 14 - d;
      double within = Math.min(11, left);
      double cost = within - 6 + 10.5 * first.loss(within);
      sum += (second.cdf(d) - second.cdf(d - 1)) * (0.5 * left + cost);
    }
    assertThat(ClarkScarf.cost(system, List.of(11.0, 14.0)).total()).isCloseTo(sum, within(1e-12));
  }

  /** A million periods; the error of the mean is about 0.2 %. */
  @Test
  void simulationCostsTheSame() {
    List<Double> levels = List.of(6.4, 11.8, 22.3);
    SerialCost cost = ClarkScarf.cost(SerialSystems.EXAMPLE_6_1, levels);
    SerialSimulation simulation =
        new SerialSimulation(SerialSystems.EXAMPLE_6_1, levels, new Random(1));
    simulation.run(1_000_000);
    assertThat(simulation.holding()).isCloseTo(cost.holding(), within(0.005 * cost.holding()));
    assertThat(simulation.stockout()).isCloseTo(cost.stockout(), within(0.01 * cost.stockout()));
  }

  /** Demand over no lead time is none: each stage can be as low as what it waits for. */
  @Test
  void stageWithoutLeadTimeAddsNothing() {
    SerialSystem near =
        new SerialSystem(
            List.of(new SerialStage(1, 0), new SerialStage(1, 2)),
            50,
            DemandProcess.of(new NormalDemand(10, 2)));
    assertThat(ClarkScarf.optimize(near).echelonLevels().get(0)).isZero();
    SerialSystem nowhere =
        new SerialSystem(
            List.of(new SerialStage(1, 0)), 50, DemandProcess.of(new NormalDemand(10, 2)));
    assertThat(ClarkScarf.optimize(nowhere).cost().total()).isZero();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    SerialSystem system = SerialSystems.EXAMPLE_6_1;
    assertThatThrownBy(() -> ClarkScarf.cost(system, List.of(1.0, 2.0)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be 3");
    assertThatThrownBy(() -> ClarkScarf.cost(system, List.of(1.0, 2.0, Double.NaN)))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> ClarkScarf.cost(SerialSystems.SHANG_SONG, List.of(1.0, 2.0, 3.5, 4.0)))
        .hasMessageContaining("whole");
    SerialSystem free = new SerialSystem(system.stages(), 0, system.demand());
    assertThatThrownBy(() -> ClarkScarf.optimize(free)).hasMessageContaining("stockout cost (0)");
    assertThatThrownBy(() -> new SerialStage(0, 1)).hasMessageContaining("holding cost (0)");
    assertThatThrownBy(() -> new SerialStage(1, -1)).hasMessageContaining("lead time (-1)");
    assertThatThrownBy(() -> new SerialSystem(List.of(), 1, system.demand()))
        .hasMessageContaining("number of stages");
    DemandProcess returns = DemandProcess.of(new NormalDemand(-1, 1));
    assertThatThrownBy(() -> new SerialSystem(List.of(new SerialStage(1, 1)), 5, returns))
        .hasMessageContaining("mean demand");
  }

  @Test
  void echelonCostsAreDifferencesOfLocalOnes() {
    assertThat(SerialStage.ofLocalHoldingCosts(List.of(7.0, 4.0, 2.0), List.of(1.0, 1.0, 2.0)))
        .isEqualTo(SerialSystems.EXAMPLE_6_1.stages());
    assertThatThrownBy(() -> SerialStage.ofLocalHoldingCosts(List.of(1.0), List.of()))
        .hasMessageContaining("lead times (0)");
    assertThatThrownBy(() -> SerialStage.ofLocalHoldingCosts(List.of(1.0, 2.0), List.of(1.0, 1.0)))
        .hasMessageContaining("echelon holding cost (-1)");
  }

  /** Stage 2 is limited by stage 3, stage 1 by nobody. */
  @Test
  void localLevelsAreWhatTheLevelsAboveLetThrough() {
    SerialPolicy policy = new SerialPolicy(List.of(5.0, 12.0, 9.0), new SerialCost(1, 2));
    assertThat(policy.localLevels()).containsExactly(5.0, 4.0, 0.0);
    assertThat(policy.cost().total()).isEqualTo(3);
  }
}
