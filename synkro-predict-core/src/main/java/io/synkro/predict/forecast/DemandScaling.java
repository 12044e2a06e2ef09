package io.synkro.predict.forecast;

/** How series of different size are made alike for one model of trees. */
public enum DemandScaling {
  /**
   * Demand over the {@link DemandLevel} at the origin: for counts and for demand that varies in
   * proportion to its level.
   */
  RATIO,
  /**
   * The change from the same season position of the last known season, in units of the {@link
   * DemandSpread} at the origin: for series with a trend or little noise, of which ratios would
   * show too little.
   */
  DIFFERENCE,
  /**
   * The logarithm of demand over the {@link DemandLevel} at the origin: for demand that prices and
   * promotions multiply. Features are scaled as for {@link #RATIO}.
   */
  LOG_RATIO
}
