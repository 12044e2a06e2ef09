package io.synkro.predict.series;

/** What is known of a covariate on the day of a forecast. */
public enum Availability {
  /** Its values over the horizon are known: planned prices and promotions, holidays. */
  KNOWN_IN_FUTURE,
  /** Its values end with the history: availability on the shelf, measured weather. */
  PAST_ONLY
}
