package io.synkro.predict.optimize.problem;

/** What stock takes of a warehouse. */
public enum Space {
  /** Cubic metres. */
  VOLUME,
  /** Kilograms or tonnes, the same for units and limits. */
  WEIGHT,
  /** Pallet places. */
  PALLETS
}
