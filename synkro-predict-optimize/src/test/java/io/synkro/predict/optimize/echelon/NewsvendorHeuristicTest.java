package io.synkro.predict.optimize.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.NormalDemand;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Digits beyond the book's from stockpyl's test_ssm_serial.py. */
class NewsvendorHeuristicTest {

  private static void close(List<Double> levels, double... expected) {
    assertThat(levels).hasSize(expected.length);
    for (int j = 0; j < expected.length; j++) {
      assertThat(levels.get(j)).isCloseTo(expected[j], within(1e-9));
    }
  }

  @Test
  void levelsOfExample61() {
    close(
        NewsvendorHeuristic.levels(SerialSystems.EXAMPLE_6_1),
        6.490880975286938,
        12.027434723327854,
        22.634032391786285);
  }

  @Test
  void levelsOfProblem62a() {
    close(
        NewsvendorHeuristic.levels(SerialSystems.PROBLEM_6_2A),
        40.5867040168793,
        74.4580698705858,
        109.5962562657559,
        142.8985667640439,
        175.8329858066735);
  }

  @Test
  void wholeLevelsOfExample61AndOfShangAndSong() {
    assertThat(NewsvendorHeuristic.levels(SerialSystems.EXAMPLE_6_1, RoundingMode.CEILING))
        .containsExactly(7.0, 13.0, 23.0);
    assertThat(NewsvendorHeuristic.levels(SerialSystems.EXAMPLE_6_1, RoundingMode.HALF_EVEN))
        .containsExactly(6.0, 12.0, 23.0);
    assertThat(NewsvendorHeuristic.levels(SerialSystems.SHANG_SONG, RoundingMode.CEILING))
        .containsExactly(11.0, 14.0, 19.0, 26.0);
  }

  /** Shang &amp; Song (2003) report errors below half a percent; here it is 0.01 %. */
  @Test
  void heuristicIsNearlyOptimal() {
    SerialSystem system = SerialSystems.EXAMPLE_6_1;
    double best = ClarkScarf.optimize(system).cost().total();
    double heuristic = ClarkScarf.cost(system, NewsvendorHeuristic.levels(system)).total();
    assertThat(heuristic).isBetween(best, best * 1.005);
  }

  @Test
  void freeWaitingIsRefused() {
    SerialSystem free =
        new SerialSystem(
            List.of(new SerialStage(1, 1)), 0, DemandProcess.of(new NormalDemand(5, 1)));
    assertThatThrownBy(() -> NewsvendorHeuristic.levels(free)).hasMessageContaining("stockout");
  }
}
