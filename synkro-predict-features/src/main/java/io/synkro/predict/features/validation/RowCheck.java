package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * An expectation that is met or not by each row alone. Immutable.
 *
 * @param name names it in reports
 * @param limit what must hold
 * @param test judges a row
 */
record RowCheck(String name, String limit, Test test) implements Check {
  @FunctionalInterface
  interface Test {
    /** Returns what is wrong with a row, or null if nothing is. */
    @Nullable Violation at(FeatureBatch batch, int row, long nowMillis);
  }

  @Override
  public Failed find(FeatureBatch batch, long nowMillis) {
    BitSet rows = new BitSet();
    for (int row = 0; row < batch.rows(); row++) {
      if (test.at(batch, row, nowMillis) != null) {
        rows.set(row);
      }
    }
    return new Failed(rows, row -> violation(batch, row, nowMillis));
  }

  private Violation violation(FeatureBatch batch, int row, long nowMillis) {
    Violation violation = test.at(batch, row, nowMillis);
    return violation == null
        ? new Violation("", "%s changed its mind on row %d.".formatted(name, row))
        : violation;
  }

  /** A sentence of the usual form: what of whom is what, limit, remedy. */
  static Violation violation(Subject subject, String limit, String remedy) {
    return new Violation(
        subject.value(),
        "%s of %s is %s, %s. Maybe %s."
            .formatted(subject.name(), subject.key(), subject.value(), limit, remedy));
  }

  /** What has a value: a feature or a time of a key. */
  record Subject(String name, EntityKey key, String value) {
    static Subject of(String feature, EntityKey key, float value) {
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1e7f;
      return new Subject(feature, key, whole ? Long.toString((long) value) : Float.toString(value));
    }
  }
}
