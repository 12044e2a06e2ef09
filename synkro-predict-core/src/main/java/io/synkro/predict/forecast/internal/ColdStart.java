package io.synkro.predict.forecast.internal;

/** Forecast of an item by others. Immutable. */
public final class ColdStart {
  private final double[] mean;
  private final double[] ratios;
  private final double deviation;
  private final double stepCorrelation;
  private final String likeness;

  /** Ratios are what similar items sold over what was expected of them, sorted; one or more. */
  ColdStart(double[] mean, double[] ratios, double stepCorrelation, String likeness) {
    double squares = 0;
    for (double ratio : ratios) {
      squares += (ratio - 1) * (ratio - 1);
    }
    this.mean = mean;
    this.ratios = ratios;
    this.deviation = Math.sqrt(squares / ratios.length);
    this.stepCorrelation = stepCorrelation;
    this.likeness = likeness;
  }

  /**
   * Returns the expected demand of a step.
   *
   * @param h step
   * @return units
   */
  public double mean(int h) {
    return mean[h];
  }

  /**
   * Returns the standard deviation of demand around its mean.
   *
   * @param h step
   * @return units
   */
  public double sd(int h) {
    return mean[h] * deviation;
  }

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
    double ratio = Math.min(ratios[above], ratios[below] + share * (ratios[above] - ratios[below]));
    return mean[h] * ratio;
  }

  /**
   * Returns the correlation of the errors of two steps.
   *
   * @return from 0 to below 1
   */
  public double stepCorrelation() {
    return stepCorrelation;
  }

  /**
   * Returns what the item has in common with how many others.
   *
   * @return words for people
   */
  public String likeness() {
    return likeness;
  }
}
