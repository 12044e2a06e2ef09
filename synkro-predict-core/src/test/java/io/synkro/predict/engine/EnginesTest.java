package io.synkro.predict.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.spi.LearnerProvider;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** A provider that works, listed after one that does not exist. */
  public static final class Working implements LearnerProvider {
    @Override
    public String name() {
      return "working";
    }

    @Override
    public Learner create() {
      return new Learner() {
        @Override
        public String name() {
          return "working";
        }

        @Override
        public FittedLearner fit(TrainingData data, LearnerOptions options) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }

  @Test
  void anEngineThatCannotBeCreatedDoesNotHideTheOthers(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
    Files.writeString(
        services.resolve(LearnerProvider.class.getName()),
        "no.such.Provider\n" + Working.class.getName() + "\n");
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, Engines.class.getClassLoader())) {
      assertThat(Engines.learner("working", loader).name()).isEqualTo("working");
      assertThatThrownBy(() -> Engines.learner("lightgbm", loader))
          .isInstanceOf(EngineNotFoundException.class)
          .hasMessageContaining("found: working")
          .hasMessageContaining("mend or remove the engine")
          .hasMessageContaining("no.such.Provider");
    }
  }
}
