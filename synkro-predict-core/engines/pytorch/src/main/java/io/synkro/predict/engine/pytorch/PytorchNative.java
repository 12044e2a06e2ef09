package io.synkro.predict.engine.pytorch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import io.synkro.predict.engine.NativeLibraryException;
import java.util.Locale;
import java.util.Map;

/** Loads PyTorch's native library without ever reaching for a network. */
final class PytorchNative {
  private static final String VERSION = "2.7.1";
  private static final String JNI_VERSION = "2.7.1-0.36.0";

  /** Read by DJL when its engine is first touched; what the host has set stays. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ai.djl.offline", "true", // no download of natives
          "OPT_OUT_TRACKING", "true", // no call home
          "ai.djl.pytorch.num_threads", "1"); // spinning threads collapse on busy cores

  private PytorchNative() {}

  static Engine engine() {
    DEFAULTS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null && System.getenv(name) == null) {
            System.setProperty(name, value);
          }
        });
    try {
      // Not hasEngine or getInstance: they log or pick another engine instead of failing.
      return Engine.getEngine("PyTorch");
    } catch (EngineException | IllegalArgumentException | IllegalStateException | LinkageError e) {
      throw new NativeLibraryException(
          PytorchLstmLearner.NAME,
          "PyTorch could not be loaded (%s)".formatted(rootMessage(e)),
          "add the run-time dependencies ai.djl.pytorch:pytorch-native-cpu:%s:%s and ai.djl.pytorch:pytorch-jni:%s"
              .formatted(VERSION, classifier(), JNI_VERSION),
          e);
    }
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    for (Throwable next = root; next != null; next = next.getCause()) {
      root = next;
    }
    return String.valueOf(root.getMessage());
  }

  /** The classifier under which DJL publishes the natives of this machine. */
  static String classifier() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String machine = arch.equals("amd64") ? "x86_64" : arch;
    if (os.startsWith("win")) {
      return "win-" + machine;
    }
    return os.startsWith("mac") ? "osx-" + machine : "linux-" + machine;
  }
}
