package io.synkro.predict.benchmarks.features;

import io.synkro.predict.features.store.FeatureStore;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * Writes to a feature store until it is killed, and prints the number of each write that is done.
 */
public final class CrashWriter {
  static final int ROWS = 10;
  static final int FEATURES = 3;
  static final FeatureView VIEW =
      FeatureView.of(
          "stock",
          Entity.PRODUCT,
          new FeatureSchema(List.of(Feature.number("a"), Feature.number("b"), Feature.number("c"))),
          Freshness.FOREVER);
  private static final int KEYS = 5_000;
  private static final int WRITES_A_COMPACTION = 500;
  private static final Clock CLOCK =
      Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(365)), ZoneOffset.UTC);

  private CrashWriter() {}

  /**
   * Writes.
   *
   * @param args the folder of the store and the number of the first write
   * @throws IOException if the store cannot be opened or written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (FeatureStore store = FeatureStore.in(Path.of(args[0]), CLOCK).open()) {
      store.register(VIEW);
      for (int write = Integer.parseInt(args[1]); ; write++) {
        store.write(VIEW, batch(write), new Lineage("events", write, write + 1L, List.of()));
        out.println(write + ".");
        if (write % WRITES_A_COMPACTION == 0) {
          store.compact();
        }
      }
    }
  }

  private static FeatureBatch batch(int write) {
    EntityKey[] keys = new EntityKey[ROWS];
    long[] times = new long[ROWS];
    float[][] values = new float[FEATURES][ROWS];
    Arrays.fill(times, time(write));
    for (int r = 0; r < ROWS; r++) {
      keys[r] = key(write * ROWS + r);
      for (int c = 0; c < FEATURES; c++) {
        values[c][r] = value(write * ROWS + r, c);
      }
    }
    return new FeatureBatch(keys, times, times, new FeatureTable(VIEW.schema(), values));
  }

  static EntityKey key(int row) {
    return EntityKey.of("P" + row % KEYS);
  }

  static long time(int write) {
    return 1_000L * write;
  }

  static float value(int row, int column) {
    return (row + 7 * column) & 0xffff;
  }
}
