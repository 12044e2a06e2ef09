package io.synkro.predict.quality;

/** What can be odd about a series, the gravest first. */
public enum FindingKind {
  /** No value at all is known; the magnitude is the number of steps. */
  EMPTY_SERIES("series without any observation", "steps"),
  /** Every known value is zero; the magnitude is their number. */
  ALL_ZERO("series that never sold", "observations"),
  /**
   * Steps on which the product could not be bought all of the time, so that sales are less than
   * demand; the magnitude is their share of the series' steps.
   */
  STOCK_OUT("series whose sales are cut by stock-outs", "of its steps"),
  /** A tenth or more of the values is missing; the magnitude is the share. */
  MISSING_VALUES("series with many missing values", "of its steps"),
  /** Missing values between known ones; the magnitude is the number of steps. */
  GAP("gaps inside a series", "steps"),
  /** Zeros for so long that chance hardly explains them; the magnitude is the number of steps. */
  SUSPICIOUS_ZEROS("runs of zeros too long for chance", "steps"),
  /** A value far from its like; the magnitude is the distance in robust standard deviations. */
  OUTLIER("outliers", "robust standard deviations"),
  /** Negative values; the magnitude is their sum, as a positive number of units. */
  RETURNS("series with returns", "units"),
  /** Nothing is known up to the end of the panel; the magnitude is the number of steps. */
  EARLY_END("series that end early", "steps before the end"),
  /** Every known value is the same and not zero; the magnitude is that value's size. */
  CONSTANT("series that never change", "units a step"),
  /** Fewer than two seasons of values are known; the magnitude is their number. */
  TOO_SHORT("series shorter than two seasons", "observations"),
  /** The first known value comes later than the panel's; the magnitude is the number of steps. */
  LATE_START("series that start late", "steps after the first"),
  /**
   * A weekday that never sells in a daily series; the finding begins at the first such day and the
   * magnitude is the number of them.
   */
  CLOSED_WEEKDAY("closed weekdays", "days");

  private final String title;
  private final String unit;

  FindingKind(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /**
   * Returns what findings of this kind are called in a report.
   *
   * @return words in the plural
   */
  public String title() {
    return title;
  }

  /**
   * Returns the unit of the magnitude.
   *
   * @return words to be read after the number
   */
  public String unit() {
    return unit;
  }
}
