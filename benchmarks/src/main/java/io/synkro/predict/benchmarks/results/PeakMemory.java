package io.synkro.predict.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process has had: heap, native code and all. */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LINE = "VmHWM:";

  private PeakMemory() {}

  /**
   * Returns the peak.
   *
   * @return units of 10^9 bytes, or NaN where the system does not tell
   * @throws IOException if the system tells and cannot be read
   */
  public static double gigabytes() throws IOException {
    if (!Files.exists(STATUS)) {
      return Double.NaN;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(LINE))
        .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1e9)
        .findFirst()
        .orElse(Double.NaN);
  }
}
