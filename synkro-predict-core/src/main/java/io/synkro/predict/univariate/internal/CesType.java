package io.synkro.predict.univariate.internal;

/** How complex exponential smoothing treats a season. */
public enum CesType {
  /** No season. */
  NONE,
  /** The level of each step of the season is smoothed on its own. */
  SIMPLE,
  /** One level for all, and a season that is smoothed with a real parameter. */
  PARTIAL,
  /** One level for all, and a season that is smoothed with a complex parameter. */
  FULL
}
