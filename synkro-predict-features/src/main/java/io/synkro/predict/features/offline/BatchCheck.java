package io.synkro.predict.features.offline;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.offline.internal.SortedRows;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.internal.Require;
import java.nio.charset.StandardCharsets;

/** Refuses what must not get into a store. Stateless. */
final class BatchCheck {
  private BatchCheck() {}

  /** Refuses batches of another schema, and infinite values. */
  static void values(FeatureView view, FeatureBatch batch) {
    view.schema().requireSame(batch.values().schema());
    for (int c = 0; c < view.schema().size(); c++) {
      for (int row = 0; row < batch.rows(); row++) {
        if (Float.isInfinite(batch.values().value(row, c))) {
          throw new InvalidInputException(
              "feature %s in row %d".formatted(view.schema().names().get(c), row),
              String.valueOf(batch.values().value(row, c)),
              "must be finite or NaN",
              "check for a division by zero");
        }
      }
    }
  }

  /** Refuses keys of another entity. */
  static void keys(FeatureView view, SortedRows rows) {
    for (int k = 0; k < rows.keys(); k++) {
      key(view, EntityKey.ofJoined(rows.key(k)));
    }
  }

  /** Refuses a key of another entity. */
  static void key(FeatureView view, EntityKey key) {
    view.entity().requireKey(key);
    encodable("key", key.joined());
  }

  /** Refuses names that a commit cannot hold. */
  static void names(String batchId, Lineage lineage) {
    Require.identifier("batchId", batchId);
    encodable("batchId", batchId);
    lineage(lineage);
  }

  /** Refuses a lineage that a commit cannot hold. */
  static void lineage(Lineage lineage) {
    encodable("source", lineage.source());
    lineage.versions().forEach(version -> encodable("version in the lineage", version));
  }

  private static void encodable(String name, String text) {
    Require.that(
        StandardCharsets.UTF_8.newEncoder().canEncode(text),
        name,
        text,
        "must have no half of a surrogate pair, which files cannot hold",
        "");
  }
}
