package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.FeatureBatch;
import java.util.BitSet;
import java.util.function.IntFunction;

/** One thing that is expected of the rows of a batch whose schema is right. Immutable. */
interface Check {
  /** Names it in reports, such as {@code range of units_28}. */
  String name();

  /** What must hold, such as {@code must be at least 0}. */
  String limit();

  /** Whether rows are judged together with the others of their batch. */
  default boolean isBatchWide() {
    return false;
  }

  /**
   * Finds the rows that fail.
   *
   * @param batch the rows
   * @param nowMillis when they are about to be written
   */
  Failed find(FeatureBatch batch, long nowMillis);

  /**
   * The rows that fail.
   *
   * @param rows their positions
   * @param describe tells what is wrong with one of them
   */
  record Failed(BitSet rows, IntFunction<Violation> describe) {}

  /**
   * What is wrong with a row.
   *
   * @param value the value that failed
   * @param sentence for people: what, whose, value, limit, remedy
   */
  record Violation(String value, String sentence) {}
}
