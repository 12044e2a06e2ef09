package io.synkro.predict.features.store;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes rows without end, in a process that is there to be killed, and says after each write which
 * one was acknowledged: row {@code n} is a function of {@code n} alone. It compacts now and then,
 * and snapshots and new segments come every few hundred rows, so that kills meet all of them.
 */
public final class StoreMain {
  static final FeatureView VIEW =
      FeatureView.of("numbers", Entity.SERIES, Cases.PRICE.schema(), Freshness.FOREVER);

  static final int ENTITIES = 500;

  /** Numbers have so many digits that a line that was cut off is seen; floats hold them. */
  static final long FIRST = 1_000_000;

  private static final int DIGITS = 7;

  private StoreMain() {}

  /**
   * Writes rows.
   *
   * @param args folder, and the number of the first row
   */
  public static void main(String[] args) throws IOException {
    FeatureStore store = open(Path.of(args[0]));
    for (long n = Long.parseLong(args[1]); ; n++) {
      store.write(VIEW, row(n), Cases.TEST);
      System.out.println(n);
      if (n % 300 == 0) {
        store.compact();
      }
    }
  }

  static FeatureStore open(Path folder) throws IOException {
    Cases.SetClock clock = new Cases.SetClock(10 * FIRST);
    FeatureStore store = FeatureStore.in(folder, clock).sizes(1 << 13, 100_000).open();
    store.register(VIEW);
    return store;
  }

  static EntityKey key(long n) {
    return EntityKey.of("P-" + n % ENTITIES, "W-1");
  }

  static FeatureBatch row(long n) {
    return Cases.row(VIEW, key(n), n, n, (float) n, (float) (2 * n));
  }

  /** Runs this until it has acknowledged some rows, kills it, and returns the last one. */
  static long runAndKill(Path folder, long first, int rows) throws Exception {
    Path said = Files.createTempFile("acknowledged", ".txt");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StoreMain.class.getName(),
                folder.toString(),
                Long.toString(first))
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (child.isAlive() && Files.size(said) < (DIGITS + 1L) * rows) {
        Thread.onSpinWait();
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    try (Stream<String> lines = Files.lines(said)) {
      return lines
          .filter(line -> line.length() == DIGITS) // a kill may cut off the last line
          .mapToLong(Long::parseLong)
          .max()
          .orElseThrow();
    } finally {
      Files.delete(said);
    }
  }
}
