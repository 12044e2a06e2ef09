package io.synkro.predict.optimize.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.inventory.NormalDistribution;
import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.NormalDemand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures on a coarse grid from stockpyl's test_ssm_serial.py for Snyder &amp; Shen (2019). */
class SerialGridTest {
  private static final double FOUR = NormalDistribution.upperTail(4);
  private static final SerialGrid.Tails TAILS = new SerialGrid.Tails(FOUR, FOUR);
  private static final SerialGrid COARSE = new SerialGrid(100, 10, TAILS, TAILS);

  /** The upper tail as 1 − Φ(8) comes out in double precision. */
  private static final SerialGrid HIGH =
      new SerialGrid(100, 10, TAILS, new SerialGrid.Tails(FOUR, 6.661338147750939e-16));

  @Test
  void costsOfExample61() {
    SerialCost cost = COARSE.cost(SerialSystems.EXAMPLE_6_1, List.of(4.0, 9.0, 10.0));
    assertThat(cost.total()).isCloseTo(402.3432419162113, within(5e-8));
    assertThat(cost.holding()).isCloseTo(29.94926804079309, within(5e-8));
    assertThat(COARSE.cost(SerialSystems.EXAMPLE_6_1, List.of(3.0, -1.0, 4.0)).total())
        .isCloseTo(631.0057613782569, within(5e-8));
  }

  @Test
  void costsOfProblem61() {
    assertThat(COARSE.cost(SerialSystems.PROBLEM_6_1, List.of(50.0, 125.0)).total())
        .isCloseTo(1219.2749858854334, within(5e-8));
    assertThat(COARSE.cost(SerialSystems.PROBLEM_6_1, List.of(75.0, 50.0)).total())
        .isCloseTo(2372.8522046052517, within(5e-8));
  }

  @Test
  void levelsOfExample61() {
    SerialPolicy policy = HIGH.optimize(SerialSystems.EXAMPLE_6_1);
    assertThat(policy.cost().total()).isCloseTo(47.77466134840843, within(5e-8));
    assertThat(policy.echelonLevels().get(0)).isCloseTo(6.599662958019763, within(5e-8));
    assertThat(policy.echelonLevels().get(1)).isCloseTo(11.99662958019757, within(5e-8));
    assertThat(policy.echelonLevels().get(2)).isCloseTo(22.790562824553184, within(5e-8));
  }

  @Test
  void levelsOfProblem62a() {
    SerialPolicy policy = HIGH.optimize(SerialSystems.PROBLEM_6_2A);
    assertThat(policy.cost().total()).isCloseTo(457.58007479275113, within(5e-8));
    assertThat(policy.echelonLevels().get(4)).isCloseTo(178.53249334321467, within(5e-8));
  }

  @Test
  void finerGridsCloseInOnTheExactCost() {
    double exact = ClarkScarf.optimize(SerialSystems.EXAMPLE_6_1).cost().total();
    double before = Double.POSITIVE_INFINITY;
    for (int steps : new int[] {50, 200, 800, 3200}) {
      SerialGrid grid = new SerialGrid(steps, steps / 5, TAILS, TAILS);
      double error =
          Math.abs(grid.optimize(SerialSystems.EXAMPLE_6_1).cost().total() - exact) / exact;
      assertThat(error).isLessThan(before);
      before = error;
    }
    assertThat(before).isLessThan(1e-3);
  }

  @Test
  void whatAGridCannotDoIsRefused() {
    assertThatThrownBy(() -> COARSE.optimize(SerialSystems.SHANG_SONG))
        .hasMessageContaining("whole");
    SerialSystem near =
        new SerialSystem(
            List.of(new SerialStage(1, 0)), 5, DemandProcess.of(new NormalDemand(10, 2)));
    assertThatThrownBy(() -> COARSE.optimize(near)).hasMessageContaining("lead time");
    assertThatThrownBy(() -> new SerialGrid(0, 10, TAILS, TAILS)).hasMessageContaining("position");
    assertThatThrownBy(() -> new SerialGrid(100_000, 100_000, TAILS, TAILS))
        .hasMessageContaining("1e8");
    assertThatThrownBy(() -> new SerialGrid.Tails(0, 0.1)).hasMessageContaining("lower tail");
  }
}
