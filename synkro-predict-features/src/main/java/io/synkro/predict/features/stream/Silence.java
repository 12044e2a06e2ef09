package io.synkro.predict.features.stream;

/** What a step without any sale means, once a series has begun. */
public enum Silence {
  /** Nothing was observed. */
  MISSING,
  /**
   * Nothing was sold, as soon as no more events of the step are waited for; until then, missing.
   */
  ZERO,
  /**
   * Nothing was sold, as soon as a later step has begun; a late event corrects it. Features of the
   * newest steps are then what they are in training, where silence means zero everywhere.
   */
  ZERO_AT_ONCE
}
