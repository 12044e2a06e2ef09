package io.synkro.predict.features.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.features.offline.EntityRows;
import io.synkro.predict.features.offline.OfflineStore;
import io.synkro.predict.features.offline.Partition;
import io.synkro.predict.features.offline.TrainingSet;
import io.synkro.predict.features.online.OnlineTable;
import io.synkro.predict.features.validation.Expectations;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.tabular.FeatureTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model is served is what it would be trained on, whatever was written and how. */
class StoreParityTest {
  private static final List<FeatureView> VIEWS = List.of(Cases.SALES, Cases.PRICE, Cases.STOCK);
  private static final List<FeatureSelection> SELECTIONS =
      List.of(
          FeatureSelection.of(Cases.SALES),
          FeatureSelection.of(Cases.PRICE, "discount", "mean"),
          FeatureSelection.of(Cases.STOCK));
  private static final int STORES = 12;
  private static final int STEPS = 50;
  private static final int SERIES = 6;
  private static final int COLUMNS = 5;

  private final Path folder;
  private final Set<FeatureStatus> met = EnumSet.noneOf(FeatureStatus.class);

  StoreParityTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void onlineVectorsEqualTrainingRowsBitForBit() throws IOException {
    for (int seed = 0; seed < STORES; seed++) {
      new Run(folder.resolve("store-" + seed), seed).run();
    }
    assertThat(met).containsExactlyInAnyOrder(FeatureStatus.values());
  }

  /** A row that was written, in the order in which all were. */
  private record Written(
      FeatureView view, EntityKey key, long event, long known, List<Float> values) {}

  /** A store to which things happen at random. */
  private final class Run {
    private final Path path;
    private final int seed;
    private final SplittableRandom random;
    private final Cases.SetClock clock = new Cases.SetClock(100);
    private final List<Written> written = new ArrayList<>();
    private FeatureStore store;
    private int commits;

    Run(Path path, int seed) throws IOException {
      this.path = path;
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      this.store = open();
    }

    private FeatureStore open() throws IOException {
      FeatureStore opened =
          FeatureStore.in(path, clock).sizes(1 << 10, random.nextLong(500, 5_000)).open();
      for (FeatureView view : VIEWS) { // whatever it is, also with times far ahead
        opened.register(Expectations.builder(view).build());
      }
      return opened;
    }

    void run() throws IOException {
      for (FeatureView view : VIEWS) {
        store.write(view, batch(view), Cases.TEST);
      }
      for (int step = 0; step < STEPS; step++) {
        happen(VIEWS.get(random.nextInt(VIEWS.size())));
        if (random.nextInt(3) == 0) {
          check("seed %d, step %d".formatted(seed, step));
        }
      }
      store.close();
    }

    private void happen(FeatureView view) throws IOException {
      switch (random.nextInt(10)) {
        case 0 -> clock.set(clock.millis() + random.nextLong(6));
        case 1 -> store.compact();
        case 2 -> reopen();
        case 3 -> store.backfill(view, List.of(partition(view), partition(view), partition(view)));
        case 4 -> {
          commitElsewhere(view);
          store.refresh(view);
        }
        case 5 -> {
          commitElsewhere(view); // as if the process had ended before the rows were loaded
          reopen();
        }
        default -> store.write(view, batch(view), Cases.TEST);
      }
    }

    private void reopen() throws IOException {
      store.close();
      store = open();
    }

    private Partition partition(FeatureView view) {
      String id = "part-" + random.nextInt(4) + '-' + commits++ % 30;
      return new Partition(id, () -> new Partition.Computed(batch(view), Cases.TEST));
    }

    private void commitElsewhere(FeatureView view) throws IOException {
      store.compact(); // else what was written earlier would be committed later
      OfflineStore.open(path.resolve("offline"))
          .commit(view, batch(view), Cases.TEST, "elsewhere-" + commits++);
    }

    private FeatureBatch batch(FeatureView view) {
      int rows = random.nextInt(1, 6);
      EntityKey[] keys = new EntityKey[rows];
      long[] events = new long[rows];
      long[] known = new long[rows];
      float[][] columns = new float[view.schema().size()][rows];
      for (int r = 0; r < rows; r++) {
        keys[r] = Cases.key(view, Cases.series(random.nextInt(SERIES)));
        events[r] = time(clock.millis() + random.nextLong(-16, 8));
        known[r] = time(events[r] + random.nextLong(-5, 8));
        Optional<Written> tied = random.nextBoolean() ? recent(view) : Optional.empty();
        if (tied.isPresent()) {
          keys[r] = tied.get().key;
          events[r] = tied.get().event;
          known[r] = tied.get().known;
        }
        List<Float> values = new ArrayList<>();
        for (float[] column : columns) {
          column[r] = value();
          values.add(column[r]);
        }
        written.add(new Written(view, keys[r], events[r], known[r], values));
      }
      return new FeatureBatch(keys, events, known, new FeatureTable(view.schema(), columns));
    }

    private Optional<Written> recent(FeatureView view) {
      List<Written> rows = written.stream().filter(row -> row.view.equals(view)).toList();
      int back = random.nextInt(1, 9);
      return back > rows.size() ? Optional.empty() : Optional.of(rows.get(rows.size() - back));
    }

    private long time(long usual) {
      return random.nextInt(100) == 0 ? Long.MIN_VALUE + 1 + random.nextLong(5) : usual;
    }

    private float value() {
      return switch (random.nextInt(6)) {
        case 0 -> Float.NaN;
        case 1 -> Float.intBitsToFloat(0x7fc00001); // another NaN
        case 2 -> -0f;
        default -> random.nextInt(4);
      };
    }

    private void check(String when) throws IOException {
      EntityKey[] keys = new EntityKey[SERIES + 1]; // the last one was never written
      Arrays.setAll(keys, Cases::series);
      OnlineTable online = store.prepare(Entity.SERIES, SELECTIONS).read(List.of(keys));
      long[] now = new long[keys.length];
      Arrays.fill(now, clock.millis());
      TrainingSet training = store.training(EntityRows.of(Entity.SERIES, keys, now), SELECTIONS);
      assertThat(online.table().schema()).isEqualTo(training.table().schema());
      for (int k = 0; k < keys.length; k++) {
        for (int c = 0; c < COLUMNS; c++) {
          String where = "%s, %s, column %d".formatted(when, keys[k], c);
          Optional<Written> expected = expected(keys[k], c);
          FeatureStatus status = status(expected, c);
          met.add(status);
          assertThat(training.status(k, c)).as(where).isEqualTo(status);
          assertThat(online.vectors().get(k).status(c)).as(where).isEqualTo(status);
          int bits = Float.floatToRawIntBits(value(expected, c, status));
          assertThat(Float.floatToRawIntBits(training.table().value(k, c)))
              .as(where)
              .isEqualTo(bits);
          assertThat(Float.floatToRawIntBits(online.vectors().get(k).value(c)))
              .as(where)
              .isEqualTo(bits);
          assertThat(Float.floatToRawIntBits(online.table().value(k, c))).as(where).isEqualTo(bits);
        }
      }
    }

    /** Searches through all rows. */
    private Optional<Written> expected(EntityKey series, int column) {
      FeatureView view = view(column);
      EntityKey key = Cases.key(view, series);
      Optional<Written> best = Optional.empty();
      for (Written row : written) {
        boolean seen =
            row.view.equals(view)
                && row.key.equals(key)
                && Math.max(row.event, row.known) <= clock.millis();
        if (seen && best.stream().noneMatch(other -> isBefore(row, other))) {
          best = Optional.of(row);
        }
      }
      return best;
    }

    private static boolean isBefore(Written row, Written other) {
      return row.event < other.event || (row.event == other.event && row.known < other.known);
    }

    private FeatureStatus status(Optional<Written> row, int column) {
      FeatureStatus found =
          row.filter(each -> !Float.isNaN(each.values.get(position(column))))
              .map(each -> status(each.view, each.event))
              .orElse(FeatureStatus.MISSING);
      boolean served = found == FeatureStatus.FRESH || found == FeatureStatus.STALE;
      return column == 1 && !served ? FeatureStatus.DEFAULTED : found;
    }

    private FeatureStatus status(FeatureView view, long event) {
      boolean ancient = event < 0; // so long ago that an age is no long
      long age = clock.millis() - event;
      if (view.equals(Cases.PRICE)) {
        return ancient ? FeatureStatus.EXPIRED : FeatureStatus.FRESH;
      }
      boolean sales = view.equals(Cases.SALES);
      if (ancient || age >= (sales ? 12 : 3)) {
        return FeatureStatus.EXPIRED;
      }
      return sales && age >= 5 ? FeatureStatus.STALE : FeatureStatus.FRESH;
    }

    private float value(Optional<Written> row, int column, FeatureStatus status) {
      return switch (status) {
        case FRESH, STALE -> row.orElseThrow().values.get(position(column));
        case DEFAULTED -> 3f;
        case EXPIRED, MISSING -> Float.NaN;
      };
    }
  }

  private static FeatureView view(int column) {
    return VIEWS.get(column / 2);
  }

  /** Where a column is in its view: those of prices were selected the other way round. */
  private static int position(int column) {
    return column == 2 || column == 3 ? 3 - column : column % 2;
  }
}
