package io.synkro.predict.hierarchy;

/** What a total is at a step at which the demand of one of its series is missing. */
public enum MissingMembers {
  /** The total is missing too: it is never lower than it was. */
  MISSING,
  /**
   * The missing demand counts as zero; a total is missing only where all its series are. For data
   * in which no row means no sale.
   */
  ZERO
}
