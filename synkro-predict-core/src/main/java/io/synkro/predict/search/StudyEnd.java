package io.synkro.predict.search;

/** Why a study ended. */
public enum StudyEnd {
  /** It has as many trials as it may have. */
  TRIALS,
  /** Its time is up. */
  TIME,
  /** Every combination of values was tried. */
  SPACE
}
