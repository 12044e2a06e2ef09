package io.synkro.predict.optimize.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;

class PlanEnginesTest {
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
}
