package io.synkro.predict.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EnginesTest {
  @Test
  void aMissingEngineIsNamedWithItsArtifact() {
    assertThatThrownBy(() -> Engines.learner("lightgbm"))
        .isInstanceOf(EngineNotFoundException.class)
        .hasMessageContaining("\"lightgbm\"")
        .hasMessageContaining("io.synkro:synkro-predict-engine-lightgbm");
    assertThatThrownBy(() -> Engines.learner("xgboost"))
        .isInstanceOf(EngineNotFoundException.class)
        .hasMessageContaining("io.synkro:synkro-predict-engine-xgboost");
  }

  @Test
  void anUnknownEngineIsASpellingMistake() {
    assertThatThrownBy(() -> Engines.learner("catboots"))
        .isInstanceOf(EngineNotFoundException.class)
        .hasMessageContaining("check the spelling");
  }
}
