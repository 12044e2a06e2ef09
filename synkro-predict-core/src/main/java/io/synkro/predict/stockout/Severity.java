package io.synkro.predict.stockout;

/** How urgent a stock-out risk is, from the least to the most; see {@link SeverityThresholds}. */
public enum Severity {
  /** Nothing to do. */
  NONE,
  /** Unlikely to run out, but not to be forgotten. */
  WATCH,
  /** May well run out. */
  WARNING,
  /** Will probably run out. */
  CRITICAL,
  /** Nothing is left, and there is demand. */
  STOCKED_OUT
}
