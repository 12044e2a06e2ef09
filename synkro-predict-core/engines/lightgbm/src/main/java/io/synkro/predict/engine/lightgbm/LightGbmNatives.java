package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.engine.NativeLibraries;
import io.synkro.predict.engine.NativeLibraryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Loads LightGBM once for this class loader, from a folder of its own. The classes of {@code
 * io.github.metarank.lightgbm4j} must never be touched: they load from one path that all processes
 * share, and each start rewrites it under the feet of the others.
 */
final class LightGbmNatives {
  /** One a class loader, like the native libraries themselves. */
  static final LightGbmNatives SHARED =
      new LightGbmNatives(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));

  private final String osName;
  private final String osArch;
  private boolean loaded;

  LightGbmNatives(String osName, String osArch) {
    this.osName = osName.toLowerCase(Locale.ROOT);
    this.osArch = osArch.toLowerCase(Locale.ROOT);
  }

  /** Loads the libraries unless that was done; a failure is tried again by the next call. */
  synchronized void load() {
    if (loaded) {
      return;
    }
    try {
      extractAndLoad();
      loaded = true;
    } catch (UnsatisfiedLinkError e) {
      throw NativeLibraries.explain(LightGbmLearner.NAME, e);
    } catch (IOException e) {
      throw new NativeLibraryException(
          LightGbmLearner.NAME,
          "it could not be written to a temporary folder, " + e,
          "set java.io.tmpdir to a folder with 20 MB of free space",
          e);
    }
  }

  private void extractAndLoad() throws IOException {
    Path folder = PrivateFolder.create();
    try {
      for (String resource : resources()) {
        Path library = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream in = lightgbmlibJNI.class.getClassLoader().getResourceAsStream(resource)) {
          if (in == null) {
            throw new UnsatisfiedLinkError("the jar of lightgbm4j has no " + resource);
          }
          Files.copy(in, library);
        }
        System.load(library.toString());
      }
    } finally {
      // Linux and macOS keep what is loaded; Windows refuses, and leaves the folder behind
      PrivateFolder.delete(folder);
    }
  }

  /** The libraries of this platform in the order to load them. */
  List<String> resources() {
    String arch =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> osArch;
        };
    boolean mac = osName.contains("mac");
    boolean windows = osName.contains("windows");
    String platform = windows ? "windows" : mac ? "osx" : osName;
    String ending = windows ? ".dll" : mac ? ".dylib" : ".so";
    String folder = "lightgbm4j/%s/%s/".formatted(platform, arch);
    return List.of(folder + "lib_lightgbm" + ending, folder + "lib_lightgbm_swig" + ending);
  }
}
