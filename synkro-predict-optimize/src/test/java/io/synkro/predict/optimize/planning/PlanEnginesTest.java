package io.synkro.predict.optimize.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanEnginesTest {
  private static StockProblem problem(int lines) {
    StockProblem.Builder builder = StockProblem.builder(1);
    for (int i = 0; i < lines; i++) {
      builder.add(StockLine.builder(SeriesId.of("P", "W" + i), 1).build());
    }
    return builder.build();
  }

  @Test
  void findsEnginesById() {
    assertThat(PlanEngines.engine("decomposition").id()).isEqualTo("decomposition");
    assertThat(PlanEngines.engine("milp-ojalgo").id()).isEqualTo("milp-ojalgo");
  }

  @Test
  void saysWhichArtifactIsMissing() {
    assertThatThrownBy(() -> PlanEngines.engine("milp-highs"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("io.synkro:synkro-predict-engine-highs");
    assertThatThrownBy(() -> PlanEngines.engine("simplex"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("simplex");
  }

  @Test
  void choosesBySizeAndLanes() {
    assertThat(PlanEngines.fitting(problem(50), "ojalgo").id()).isEqualTo("milp-ojalgo");
    assertThat(PlanEngines.fitting(problem(51), "ojalgo").id()).isEqualTo("decomposition");
    Lane lane = Lane.of(SeriesId.of("P", "W0"), SeriesId.of("P", "W1"), 1, 1);
    StockProblem joined = problem(51).withLanes(List.of(lane));
    assertThat(PlanEngines.fitting(joined, "ojalgo").id()).isEqualTo("milp-ojalgo");
  }
}
