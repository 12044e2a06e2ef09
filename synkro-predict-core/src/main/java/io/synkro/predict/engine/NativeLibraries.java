package io.synkro.predict.engine;

import java.util.Locale;

/** Explains why a native library did not load, for authors of engines. Stateless. */
public final class NativeLibraries {
  private NativeLibraries() {}

  /**
   * Explains an error of the class loader or of the system's loader.
   *
   * @param engine name of the engine
   * @param error what was thrown while the native library was loaded
   * @return an exception that says what to install or set, with {@code error} as its cause
   */
  public static NativeLibraryException explain(String engine, LinkageError error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return new NativeLibraryException(engine, message, remedy(message), error);
  }

  private static String remedy(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (text.contains("musl") || text.contains("ld-linux") || text.contains("error relocating")) {
      return "use an image with glibc, such as Debian or RHEL; Alpine/musl is not supported";
    }
    if (text.contains("libgomp")) {
      return "install libgomp1 (Debian/Ubuntu: apt-get install libgomp1; RHEL: dnf install libgomp;"
          + " Alpine/musl is not supported)";
    }
    if (text.contains("libomp")) {
      return "install libomp (macOS: brew install libomp)";
    }
    if (text.contains("glibc")) {
      return "use a Linux with a newer glibc (2.29 or later)";
    }
    if (text.contains("failed to map segment") || text.contains("operation not permitted")) {
      return "set java.io.tmpdir to a folder from which programs may be run (no noexec)";
    }
    if (text.contains("dependent libraries")) {
      return "install the Microsoft Visual C++ Redistributable";
    }
    return "check that the platform is Linux, macOS or Windows on x86-64, or Linux or macOS on ARM"
        + " 64";
  }
}
