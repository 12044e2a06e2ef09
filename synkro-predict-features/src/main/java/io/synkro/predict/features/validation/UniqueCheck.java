package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.tabular.FeatureTable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * No two rows of one key, event time and known-at time. Of rows that are equal to the last bit all
 * but the first fail; of rows that contradict one another all do, since nobody knows which is
 * right. They are set aside and come back together, so rows out of the quarantine are judged by
 * this check too. Stateless.
 */
final class UniqueCheck implements Check {
  @Override
  public String name() {
    return "unique rows";
  }

  @Override
  public String limit() {
    return "must be one row for a key, event time and known-at time";
  }

  @Override
  public Failed find(FeatureBatch batch, long nowMillis) {
    BitSet rows = new BitSet();
    Map<Identity, Integer> first = new HashMap<>(batch.rows() * 2);
    for (int row = 0; row < batch.rows(); row++) {
      Integer earlier = first.putIfAbsent(identity(batch, row), row);
      if (earlier != null) {
        rows.set(row);
        if (!isSame(batch.values(), earlier, row)) {
          rows.set(earlier);
        }
      }
    }
    return new Failed(rows, row -> violation(batch, row));
  }

  private static Identity identity(FeatureBatch batch, int row) {
    return new Identity(batch.key(row), batch.eventMillis(row), batch.knownMillis(row));
  }

  private static boolean isSame(FeatureTable values, int left, int right) {
    for (int c = 0; c < values.schema().size(); c++) {
      if (Float.floatToIntBits(values.value(left, c))
          != Float.floatToIntBits(values.value(right, c))) {
        return false;
      }
    }
    return true;
  }

  private Violation violation(FeatureBatch batch, int row) {
    String times = "%s, known at %s".formatted(batch.eventTime(row), batch.knownTime(row));
    return new Violation(
        times,
        "%s has more than one row for %s, %s. Maybe give the restated row its own known-at time."
            .formatted(batch.key(row), times, limit()));
  }

  private record Identity(EntityKey key, long eventMillis, long knownMillis) {}
}
