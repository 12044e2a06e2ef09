package io.synkro.predict.trees.internal;

/** The ways to score, for a model's shape and a number of rows; all give equal results. */
public enum Kernel {
  /** Walks through each tree, row by row. */
  WALK,
  /** Strikes out leaves with masks, row by row. */
  MASK,
  /** Divides blocks of rows as bits. */
  SLICE
}
