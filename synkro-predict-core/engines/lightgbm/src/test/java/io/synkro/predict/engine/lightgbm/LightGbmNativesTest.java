package io.synkro.predict.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.engine.NativeLibraryException;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.testkit.SyntheticTable;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightGbmNativesTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, lightgbm4j/linux/x86_64/lib_lightgbm_swig.so",
    "Linux, aarch64, lightgbm4j/linux/aarch64/lib_lightgbm_swig.so",
    "Mac OS X, x86_64, lightgbm4j/osx/x86_64/lib_lightgbm_swig.dylib",
    "Mac OS X, aarch64, lightgbm4j/osx/aarch64/lib_lightgbm_swig.dylib",
    "Windows 11, amd64, lightgbm4j/windows/x86_64/lib_lightgbm_swig.dll"
  })
  void namesTheLibrariesThatAreInTheJar(String os, String arch, String swig) {
    List<String> resources = new LightGbmNatives(os, arch).resources();
    assertThat(resources).hasSize(2).contains(swig);
    for (String resource : resources) {
      assertThat(lightgbmlibJNI.class.getClassLoader().getResource(resource)).isNotNull();
    }
  }

  @Test
  void saysWhichPlatformHasNoLibrary() {
    LightGbmNatives natives = new LightGbmNatives("SunOS", "sparcv9");
    assertThatThrownBy(
            () ->
                new LightGbmLearner(natives)
                    .fit(
                        SyntheticTable.data(10, 1, new Objective.SquaredError()),
                        LearnerOptions.of(new Objective.SquaredError())))
        .isInstanceOf(NativeLibraryException.class)
        .hasMessageContaining("lightgbm4j/sunos/sparcv9/lib_lightgbm.so")
        .hasMessageContaining("Maybe");
  }

  /** Each loader extracts and loads its own copy, as two web applications in one server do. */
  @Test
  void twoClassLoadersTrainTheSameModel(@TempDir Path folder) throws Exception {
    Objective objective = new Objective.SquaredError();
    LearnerOptions options = LearnerOptions.builder(objective).rounds(5).build();
    Path file = folder.resolve("here.trees");
    new LightGbmLearner().fit(SyntheticTable.data(500, 1, objective), options).save(file);
    try (URLClassLoader other =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Class<?> trainer = other.loadClass(Trainer.class.getName());
      assertThat(trainer).isNotEqualTo(Trainer.class);
      Path there = folder.resolve("there.trees");
      trainer.getMethod("train", Path.class).invoke(null, there);
      assertThat(there).hasSameBinaryContentAs(file);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** Runs inside the other class loader; only JDK types cross the border. */
  public static final class Trainer {
    private Trainer() {}

    public static void train(Path file) throws IOException {
      Objective objective = new Objective.SquaredError();
      Learner learner = new LightGbmLearner();
      LearnerOptions options = LearnerOptions.builder(objective).rounds(5).build();
      learner.fit(SyntheticTable.data(500, 1, objective), options).save(file);
    }
  }
}
