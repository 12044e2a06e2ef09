package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.FeatureBatch;
import java.util.BitSet;

/**
 * The share of rows of a batch in which a feature is missing. If it is too large, those rows fail.
 * Immutable.
 *
 * @param feature name of the feature
 * @param column its position
 * @param maxShare largest share, from 0 to 1
 */
record MissingCheck(String feature, int column, double maxShare) implements Check {
  @Override
  public String name() {
    return "missing share of " + feature;
  }

  @Override
  public String limit() {
    return "must be missing in at most %s of the rows".formatted(maxShare);
  }

  @Override
  public boolean isBatchWide() {
    return true;
  }

  @Override
  public Failed find(FeatureBatch batch, long nowMillis) {
    BitSet missing = new BitSet();
    for (int row = 0; row < batch.rows(); row++) {
      if (Float.isNaN(batch.values().value(row, column))) {
        missing.set(row);
      }
    }
    int count = missing.cardinality();
    if (count <= maxShare * batch.rows()) {
      missing.clear();
    }
    return new Failed(missing, row -> violation(batch, row, count));
  }

  private Violation violation(FeatureBatch batch, int row, int count) {
    return new Violation(
        "NaN",
        "%s is missing in %d of %d rows, %s among them, %s. Maybe look for a join that found nothing."
            .formatted(feature, count, batch.rows(), batch.key(row), limit()));
  }
}
