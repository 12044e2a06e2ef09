package io.synkro.predict.benchmarks.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the real data sets lie: {@code ../shared/data}, or system property {@code synkro.data}. */
public final class DataSets {
  private DataSets() {}

  /**
   * Finds a file.
   *
   * @param name path below the data folder, such as {@code m5_280/sales.csv.gz}
   * @return the file, or empty if this machine does not have it
   */
  public static Optional<Path> find(String name) {
    Path file = Path.of(System.getProperty("synkro.data", "../shared/data")).resolve(name);
    return Optional.of(file).filter(Files::exists);
  }
}
