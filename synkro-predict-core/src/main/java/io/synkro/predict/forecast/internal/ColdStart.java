package io.synkro.predict.forecast.internal;

/**
 * Forecast of an item by others.
 *
 * @param mean expected demand of each step
 * @param ratios what similar items sold over what was expected of them, sorted
 * @param deviation root mean squared difference of those ratios from 1
 * @param stepCorrelation correlation of the errors of two steps
 * @param likeness what the item has in common with how many others
 */
public record ColdStart(
    double[] mean, double[] ratios, double deviation, double stepCorrelation, String likeness) {
  /**
   * Returns a quantile of demand, by the finite-sample rank of conformal prediction.
   *
   * @param h step
   * @param level above 0 and below 1
   * @return units, zero or more
   */
  public double quantile(int h, double level) {
    double rank = (ratios.length + 1) * level - 1;
    int below = (int) Math.max(0, Math.min(ratios.length - 1, Math.floor(rank)));
    int above = Math.min(ratios.length - 1, below + 1);
    double share = Math.max(0, Math.min(1, rank - below));
    return mean[h] * ((1 - share) * ratios[below] + share * ratios[above]);
  }
}
