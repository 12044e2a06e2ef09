package io.synkro.predict.series;

/**
 * A number that goes along with demand, for every series and step of a panel. Immutable; safe for
 * use by many threads.
 */
public final class Covariate {
  private final String name;
  private final Availability availability;
  private final int futureSteps;
  private final int[] offsets;
  private final double[] values;

  /** Takes the arrays as they are: {@code offsets} are the panel's, without future steps. */
  Covariate(
      String name, Availability availability, int futureSteps, int[] offsets, double[] values) {
    this.name = name;
    this.availability = availability;
    this.futureSteps = futureSteps;
    this.offsets = offsets;
    this.values = values;
  }

  /**
   * Returns the name.
   *
   * @return a name, unique in the panel
   */
  public String name() {
    return name;
  }

  /**
   * Returns whether values over the horizon are known.
   *
   * @return the availability
   */
  public Availability availability() {
    return availability;
  }

  /**
   * Returns how many steps beyond the end of each series there are values for.
   *
   * @return 0 for {@link Availability#PAST_ONLY}
   */
  public int futureSteps() {
    return futureSteps;
  }

  /**
   * Returns a value.
   *
   * @param series position of the series in the panel
   * @param t position in the series, from 0 to {@code length + futureSteps - 1}
   * @return the value, NaN where it is missing
   */
  public double value(int series, int t) {
    return values[offsets[series] + series * futureSteps + t];
  }
}
