package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;

/**
 * How often and how evenly a product sells.
 *
 * @param series product and warehouse
 * @param demandClass its class
 * @param steps observed steps: those without a value or not wholly in stock are not counted
 * @param demands observed steps with demand above zero
 * @param adi average demand interval, {@code steps / demands}, at least 1; NaN without demand
 * @param cv2 squared coefficient of variation of the demands that are above zero, by their sample
 *     standard deviation; 0 for a single demand, NaN without demand
 */
public record DemandProfile(
    SeriesId series, DemandClass demandClass, int steps, int demands, double adi, double cv2) {
  /** {@inheritDoc} */
  public DemandProfile {
    Require.that(
        demands >= 0 && demands <= steps, "demands", demands, "must be from 0 to steps", "");
  }

  /**
   * Classifies demand. The interval is {@code steps / demands}, so that zeros before the first and
   * after the last demand count too; other definitions move series near the limits.
   *
   * @param series product and warehouse
   * @param values demand a step, NaN where it is unknown; zero and less are no demand
   * @return the profile
   */
  public static DemandProfile of(SeriesId series, double... values) {
    int steps = 0;
    int demands = 0;
    double mean = 0;
    double squares = 0; // of deviations, updated as by Welford
    for (double value : values) {
      steps += Double.isNaN(value) ? 0 : 1;
      if (value > 0) {
        demands++;
        double deviation = value - mean;
        mean += deviation / demands;
        squares += deviation * (value - mean);
      }
    }
    if (demands == 0) {
      return new DemandProfile(series, DemandClass.NO_DEMAND, steps, 0, Double.NaN, Double.NaN);
    }
    double adi = (double) steps / demands;
    double cv2 = demands == 1 ? 0 : squares / (demands - 1) / (mean * mean);
    return new DemandProfile(series, DemandClass.of(adi, cv2), steps, demands, adi, cv2);
  }
}
