package io.synkro.predict.engine.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.engine.Engines;
import io.synkro.predict.engine.NativeLibraryException;
import io.synkro.predict.pattern.LstmOptions;
import io.synkro.predict.pattern.SequenceData;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PytorchNativeTest {
  @Test
  void aMissingNativeLibraryIsNamedAndNothingIsDownloaded(@TempDir Path cache) throws Exception {
    String said = withoutNatives("pytorch-native-cpu", cache);
    assertThat(said)
        .contains("\"pytorch\" cannot be used on")
        .contains("ai.djl.pytorch:pytorch-native-cpu:2.7.1:" + PytorchNative.classifier())
        .contains("ai.djl.pytorch:pytorch-jni:2.7.1-0.36.0");
    try (var files = Files.walk(cache)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aMissingBridgeIsNamedToo(@TempDir Path cache) throws Exception {
    assertThat(withoutNatives("pytorch-jni", cache))
        .contains("ai.djl.pytorch:pytorch-jni:2.7.1-0.36.0");
  }

  /** Runs {@link Probe} in a JVM of its own whose class path lacks an artifact. */
  private static String withoutNatives(String artifact, Path cache) throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains(artifact))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(classPath).isNotEqualTo(System.getProperty("java.class.path"));
    Path output = cache.resolveSibling(cache.getFileName() + ".txt");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DDJL_CACHE_DIR=" + cache,
                "-cp",
                classPath,
                Probe.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return Files.readString(output, StandardCharsets.UTF_8);
    } finally {
      child.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }

  /** Looking the engine up must work without natives; training must say what is missing. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) {
      SequenceData data = new SequenceData(1, 1, 2, new float[] {0, 1}, new int[] {0, 1});
      try {
        Engines.sequenceLearner("pytorch").fit(data, LstmOptions.standard());
      } catch (NativeLibraryException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
