package io.synkro.predict.features.view;

/** What a value that was read from a store is worth. */
public enum FeatureStatus {
  /** Known, and younger than the view's {@link Freshness#staleAfter()}. */
  FRESH,
  /** Known and served, but older than it should be. */
  STALE,
  /** Known once, older than its time to live: the value is NaN. */
  EXPIRED,
  /** Never known for this entity, or written as NaN: the value is NaN. */
  MISSING,
  /** Missing or expired, and replaced by the default of the view. */
  DEFAULTED
}
