package io.synkro.predict.features.stream;

/** What became of an event. */
public enum EventOutcome {
  /** It is part of the newest step. */
  APPLIED,
  /** It is part of an earlier step, which was still open: its values have been corrected. */
  CORRECTED,
  /** Its step is closed: it was handed to {@link LateEvents} and changed nothing. */
  LATE,
  /** An event of the same id is part of a step that is still open: nothing was changed. */
  DUPLICATE,
  /** Refused: the series is not known, and none is to be added by events. */
  UNKNOWN_SERIES,
  /** Refused: its number is NaN or infinite. */
  NOT_FINITE,
  /** Refused: units or a price below zero. */
  NEGATIVE,
  /** Refused: more than 10⁹ units, a price or stock beyond 10¹⁵, or too many for one step. */
  TOO_LARGE,
  /**
   * Refused: it was known before it happened, by more than the 18 hours that no local time is ahead
   * of UTC.
   */
  KNOWN_BEFORE_IT_HAPPENED,
  /** Refused: it lies too many steps after the newest step. */
  TOO_FAR_AHEAD;

  /**
   * Returns whether the event made no sense.
   *
   * @return true if sending it again cannot help
   */
  public boolean isRejected() {
    return compareTo(DUPLICATE) > 0;
  }

  /**
   * Returns whether the event is part of the features now.
   *
   * @return true if it changed something
   */
  public boolean isAccepted() {
    return this == APPLIED || this == CORRECTED;
  }
}
