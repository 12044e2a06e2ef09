package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small views and batches for tests. */
final class Cases {
  static final FeatureView VIEW =
      FeatureView.of(
              "demand",
              Entity.SERIES,
              new FeatureSchema(
                  List.of(
                      Feature.number("mean").definedAs("mean(demand, 28)"),
                      Feature.category("band", 4))),
              new Freshness(Duration.ofMillis(5), Duration.ofMillis(12)))
          .withDefaults(Map.of("band", 3f));

  static final FeatureView PRICE =
      FeatureView.of(
          "price",
          Entity.PRODUCT,
          new FeatureSchema(List.of(Feature.number("mean"), Feature.number("discount"))),
          Freshness.FOREVER);

  private Cases() {}

  static EntityKey series(int number) {
    return EntityKey.of("p" + number, "w" + number % 3);
  }

  /** One row, of which the mean is the value and the band is not known. */
  static FeatureBatch row(int series, long event, long known, float value) {
    return new FeatureBatch(
        new EntityKey[] {series(series)},
        new long[] {event},
        new long[] {known},
        new FeatureTable(VIEW.schema(), new float[][] {{value}, {Float.NaN}}));
  }

  /** Rows of a view with many ties, late rows, plans and missing values. */
  static FeatureBatch random(FeatureView view, int rows, SplittableRandom random) {
    EntityKey[] keys = new EntityKey[rows];
    long[] events = new long[rows];
    long[] known = new long[rows];
    float[][] values = new float[view.schema().size()][rows];
    for (int r = 0; r < rows; r++) {
      EntityKey series = series(random.nextInt(5));
      keys[r] = view.entity().equals(Entity.SERIES) ? series : EntityKey.of(series.parts().get(0));
      events[r] = random.nextLong(-3, 25);
      known[r] = events[r] + random.nextLong(-6, 7);
      for (float[] column : values) {
        column[r] = random.nextInt(5) == 0 ? Float.NaN : random.nextInt(3);
      }
    }
    return new FeatureBatch(keys, events, known, new FeatureTable(view.schema(), values));
  }

  static Lineage lineage(int from, int to) {
    return new Lineage("orders.csv", from, to, List.of("pipeline-1"));
  }
}
