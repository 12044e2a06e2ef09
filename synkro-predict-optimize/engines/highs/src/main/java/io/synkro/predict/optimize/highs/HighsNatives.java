package io.synkro.predict.optimize.highs;

import com.sun.jna.Native;
import io.synkro.predict.engine.NativeLibraries;
import io.synkro.predict.engine.NativeLibraryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Loads HiGHS once for this class loader, from a folder that nobody else may open. */
final class HighsNatives {
  /** One a class loader, like the native libraries themselves. */
  static final HighsNatives SHARED =
      new HighsNatives(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));

  private static final String RESOURCE = "ortools-linux-x86-64/libhighs.so.1";

  private final String osName;
  private final String osArch;
  private @Nullable HighsLibrary library;

  HighsNatives(String osName, String osArch) {
    this.osName = osName.toLowerCase(Locale.ROOT);
    this.osArch = osArch.toLowerCase(Locale.ROOT);
  }

  /** Loads the library unless that was done; a failure is tried again by the next call. */
  synchronized HighsLibrary library() {
    HighsLibrary loaded = library;
    if (loaded == null) {
      requirePlatform();
      try {
        loaded = extractAndLoad();
        library = loaded;
      } catch (LinkageError e) {
        throw NativeLibraries.explain(HighsEngine.ID, e);
      } catch (IOException e) {
        throw new NativeLibraryException(
            HighsEngine.ID,
            "it could not be written to a temporary folder, " + e,
            "set java.io.tmpdir to a folder with 10 MB of free space",
            e);
      }
    }
    return loaded;
  }

  private void requirePlatform() {
    if (!osName.equals("linux") || !(osArch.equals("amd64") || osArch.equals("x86_64"))) {
      throw new NativeLibraryException(
          HighsEngine.ID,
          "there is none for " + osName + " " + osArch,
          "use Linux on x86-64, or the engine \"ojalgo\"",
          new UnsatisfiedLinkError(RESOURCE));
    }
  }

  private static HighsLibrary extractAndLoad() throws IOException {
    Path folder =
        Files.createTempDirectory(
            "synkro-highs-%d-".formatted(ProcessHandle.current().pid())); // 0700
    Path file = folder.resolve("libhighs.so.1");
    try {
      try (InputStream in = HighsNatives.class.getClassLoader().getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new UnsatisfiedLinkError("the class path has no " + RESOURCE);
        }
        Files.copy(in, file);
      }
      return Native.load(file.toString(), HighsLibrary.class);
    } finally {
      // Linux keeps what is loaded
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }
}
