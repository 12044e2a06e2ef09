package io.synkro.predict.features.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PointInTimeJoinTest {
  @Test
  void equalsASearchThroughAllRows() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 3_000; trial++) {
      List<FeatureBatch> demand = batches(Cases.VIEW, random);
      List<FeatureBatch> price = batches(Cases.PRICE, random);
      EntityRows rows = entityRows(random.nextInt(12), random);
      if (random.nextBoolean()) {
        rows = rows.knownBy(random.longs(rows.size(), -5, 35).toArray());
      }
      boolean leaking = random.nextInt(4) == 0;
      PointInTimeJoin join =
          PointInTimeJoin.of(
              List.of(
                  FeatureHistory.of(FeatureSelection.of(Cases.VIEW), demand),
                  FeatureHistory.of(FeatureSelection.of(Cases.PRICE, "discount"), price)));
      TrainingSet actual = (leaking ? join.eventTimeOnly() : join).join(rows);
      assertThat(actual.table().rows()).isEqualTo(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        Reference first = new Reference(Cases.VIEW, demand, leaking);
        first.check(actual, row, 0, new int[] {0, 1});
        Reference second = new Reference(Cases.PRICE, price, leaking);
        second.check(actual, row, 1, new int[] {1});
      }
    }
  }

  /** The slow, obvious join, which looks at every row of every batch. */
  private record Reference(FeatureView view, List<FeatureBatch> batches, boolean leaking) {
    void check(TrainingSet actual, int row, int position, int[] features) {
      EntityRows rows = actual.rows();
      List<String> key = rows.key(row).parts().subList(0, view.entity().keys().size());
      long event = Long.MIN_VALUE;
      long known = Long.MIN_VALUE;
      float[] found = new float[view.schema().size()];
      FeatureStatus expected = FeatureStatus.MISSING;
      for (FeatureBatch batch : batches) {
        for (int r = 0; r < batch.rows(); r++) {
          long e = batch.eventMillis(r);
          long k = batch.knownMillis(r);
          boolean seen =
              batch.key(r).parts().equals(key)
                  && e <= rows.asOfMillis(row)
                  && (leaking || k <= rows.knownByMillis(row));
          if (seen && (e > event || (e == event && k >= known))) {
            event = e;
            known = k;
            batch.values().copyRow(r, found);
            expected = view.freshness().at(rows.asOfMillis(row) - e);
          }
        }
      }
      JoinedView joined = actual.views().get(position);
      assertThat(joined.status(row)).isEqualTo(expected);
      assertThat(joined.eventMillis(row)).isEqualTo(event);
      assertThat(joined.knownMillis(row)).isEqualTo(known);
      boolean served = expected == FeatureStatus.FRESH || expected == FeatureStatus.STALE;
      for (int f = 0; f < features.length; f++) {
        boolean missing = expected == FeatureStatus.MISSING || Float.isNaN(found[features[f]]);
        float value = served ? found[features[f]] : Float.NaN;
        FeatureStatus status = missing ? FeatureStatus.MISSING : expected;
        Float replacement = view.defaults().get(view.schema().names().get(features[f]));
        if (Float.isNaN(value) && replacement != null) {
          value = replacement;
          status = FeatureStatus.DEFAULTED;
        }
        assertThat(actual.status(row, 2 * position + f)).isEqualTo(status);
        assertThat(actual.table().value(row, 2 * position + f)).isEqualTo(Float.valueOf(value));
      }
    }
  }

  @Test
  void aJoinOnEventTimesAloneLeaksWhatCameLate() {
    SplittableRandom random = new SplittableRandom(4);
    int size = 20_000;
    EntityKey[] keys = new EntityKey[size];
    long[] events = new long[size];
    long[] known = new long[size];
    for (int r = 0; r < size; r++) {
      keys[r] = Cases.series(random.nextInt(50));
      events[r] = random.nextLong(0, 365_000);
      known[r] = events[r] + (random.nextInt(10) == 0 ? random.nextLong(5_000) : 0);
    }
    FeatureTable values = new FeatureTable(Cases.VIEW.schema(), new float[2][size]);
    FeatureHistory history =
        FeatureHistory.of(
            FeatureSelection.of(Cases.VIEW),
            List.of(new FeatureBatch(keys, events, known, values)));
    EntityKey[] entities = new EntityKey[5_000];
    Arrays.setAll(entities, r -> Cases.series(random.nextInt(50)));
    EntityRows rows =
        EntityRows.of(Entity.SERIES, entities, random.longs(5_000, 0, 365_000).toArray());
    PointInTimeJoin join = PointInTimeJoin.of(List.of(history));
    JoinedView bitemporal = join.join(rows).views().get(0);
    JoinedView eventTimeOnly = join.eventTimeOnly().join(rows).views().get(0);
    int different = 0;
    for (int row = 0; row < rows.size(); row++) {
      assertThat(bitemporal.knownMillis(row)).isLessThanOrEqualTo(rows.asOfMillis(row));
      different += bitemporal.eventMillis(row) == eventTimeOnly.eventMillis(row) ? 0 : 1;
    }
    // rows of a series are 912 ms apart and a late one is on its way for 2,500 ms, so about every
    // tenth row to be joined meets one
    assertThat(different).isGreaterThan(100);
  }

  @Test
  void neitherTheOrderOfBatchesNorThreadsMatter() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    List<FeatureBatch> batches = new ArrayList<>();
    for (int r = 0; r < 60; r++) { // no two rows are equal in key and both times
      batches.add(Cases.row(r % 5, 100 + r % 12, 100 + r, random.nextInt(100)));
    }
    EntityRows rows = entityRows(20_000, random);
    long[] later = new long[rows.size()];
    Arrays.setAll(later, r -> 95 + random.nextInt(70));
    EntityKey[] keys = new EntityKey[rows.size()];
    Arrays.setAll(keys, rows::key);
    EntityRows moved = EntityRows.of(Entity.SERIES, keys, later);
    TrainingSet one = join(batches).join(moved);
    assertThat(join(batches.subList(1, 60)).join(moved).id()).isNotEqualTo(one.id());
    Collections.shuffle(batches, new Random(6));
    TrainingSet other = join(batches).join(moved);
    assertThat(other.id()).isEqualTo(one.id());
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      assertThat(join(batches).parallel(4, executor).join(moved).id()).isEqualTo(one.id());
    } finally {
      executor.shutdownNow();
    }
    assertThat(join(batches).eventTimeOnly().join(moved).id()).isNotEqualTo(one.id());
  }

  private static PointInTimeJoin join(List<FeatureBatch> batches) {
    return PointInTimeJoin.of(List.of(FeatureHistory.of(FeatureSelection.of(Cases.VIEW), batches)));
  }

  @Test
  void ofRowsThatAreEqualInAllTimesTheLastCounts() {
    EntityRows rows =
        EntityRows.of(Entity.SERIES, new EntityKey[] {Cases.series(1)}, new long[] {12});
    FeatureBatch first = Cases.row(1, 10, 11, 1);
    FeatureBatch second = Cases.row(1, 10, 11, 2);
    assertThat(join(List.of(first, second)).join(rows).table().value(0, 0)).isEqualTo(2);
    assertThat(join(List.of(second, first)).join(rows).table().value(0, 0)).isEqualTo(1);
  }

  @Test
  void agesDoNotOverflow() {
    EntityRows rows =
        EntityRows.of(
            Entity.SERIES, new EntityKey[] {Cases.series(1)}, new long[] {Long.MAX_VALUE});
    FeatureBatch ancient = Cases.row(1, Long.MIN_VALUE, Long.MIN_VALUE, 1);
    TrainingSet set = join(List.of(ancient)).join(rows);
    assertThat(set.views().get(0).status(0)).isEqualTo(FeatureStatus.EXPIRED);
  }

  @Test
  void columnsKnowTheirViewWhereNamesClash() {
    PointInTimeJoin join =
        PointInTimeJoin.of(
            List.of(
                FeatureHistory.of(FeatureSelection.of(Cases.VIEW), List.of()),
                FeatureHistory.of(FeatureSelection.of(Cases.PRICE), List.of())));
    TrainingSet set = join.join(entityRows(0, new SplittableRandom(7)));
    assertThat(set.table().schema().names())
        .containsExactly("demand__mean", "band", "price__mean", "discount");
    assertThat(set.lineage())
        .containsExactly(
            new ViewLineage("demand", Cases.VIEW.version(), List.of()),
            new ViewLineage("price", Cases.PRICE.version(), List.of()));
  }

  @Test
  void refusesRowsWithoutAKeyOfTheView() {
    EntityRows products =
        EntityRows.of(Entity.PRODUCT, new EntityKey[] {EntityKey.of("p1")}, new long[] {1});
    assertThatThrownBy(() -> join(List.of()).join(products))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "entity product ([product]) must have the key warehouse of view demand. Maybe give rows"
                + " whose entity has it.");
    assertThatThrownBy(
            () ->
                EntityRows.of(Entity.SERIES, new EntityKey[] {EntityKey.of("p1")}, new long[] {1}))
        .hasMessageContaining("must have the parts [product, warehouse]");
    assertThatThrownBy(() -> EntityRows.of(Entity.SERIES, new EntityKey[0], new long[] {1}))
        .hasMessageContaining("must be the number of keys, 0");
  }

  @Test
  void keysArePickedByNameAndNotByPosition() {
    Entity turned = Entity.of("turned", "warehouse", "product");
    EntityRows rows =
        EntityRows.of(turned, new EntityKey[] {EntityKey.of("w1", "p1")}, new long[] {12});
    TrainingSet set = join(List.of(Cases.row(1, 10, 11, 7))).join(rows);
    assertThat(set.table().value(0, 0)).isEqualTo(7);
  }

  @Test
  void latestIsTheJoinOfEachEntity() {
    SplittableRandom random = new SplittableRandom(8);
    for (int trial = 0; trial < 200; trial++) {
      List<FeatureBatch> batches = batches(Cases.VIEW, random);
      FeatureHistory history = FeatureHistory.of(FeatureSelection.of(Cases.VIEW), batches);
      long time = random.nextLong(0, 25);
      FeatureBatch latest = history.latest(Instant.ofEpochMilli(time));
      EntityKey[] keys = {
        Cases.series(0), Cases.series(1), Cases.series(2), Cases.series(3), Cases.series(4)
      };
      long[] times = new long[keys.length];
      Arrays.fill(times, time);
      JoinedView joined =
          join(batches).join(EntityRows.of(Entity.SERIES, keys, times)).views().get(0);
      int found = 0;
      for (int k = 0; k < keys.length; k++) {
        if (joined.status(k) != FeatureStatus.MISSING) {
          assertThat(latest.key(found)).isEqualTo(keys[k]);
          assertThat(latest.eventMillis(found)).isEqualTo(joined.eventMillis(k));
          assertThat(latest.knownMillis(found)).isEqualTo(joined.knownMillis(k));
          found++;
        }
      }
      assertThat(latest.rows()).isEqualTo(found);
    }
  }

  private static List<FeatureBatch> batches(FeatureView view, SplittableRandom random) {
    List<FeatureBatch> batches = new ArrayList<>();
    for (int b = random.nextInt(4); b > 0; b--) {
      batches.add(Cases.random(view, random.nextInt(30), random));
    }
    return batches;
  }

  private static EntityRows entityRows(int size, SplittableRandom random) {
    EntityKey[] keys = new EntityKey[size];
    Arrays.setAll(keys, r -> Cases.series(random.nextInt(6))); // one is in no batch
    return EntityRows.of(Entity.SERIES, keys, random.longs(size, -5, 35).toArray());
  }
}
