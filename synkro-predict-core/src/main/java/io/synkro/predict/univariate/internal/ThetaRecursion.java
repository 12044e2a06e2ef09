package io.synkro.predict.univariate.internal;

/**
 * The state space form of the Theta models: simple exponential smoothing of the series plus a share
 * of a straight line, which is that of the whole series or, in the dynamic models, the one through
 * the values so far. Source: Fiorucci et al. (2016), <a
 * href="https://doi.org/10.1016/j.ijforecast.2016.02.005">doi:10.1016/j.ijforecast.2016.02.005</a>,
 * equations 8 to 13. Not safe for use by many threads.
 */
public final class ThetaRecursion {
  /** Smaller powers change no sum, and numbers with few digits left would slow it down. */
  private static final double SMALLEST_POWER = 1e-150;

  private final ThetaParameters parameters;
  private double level;
  private double mean;
  private double intercept;
  private double slope;
  private double power;
  private int steps;

  /**
   * Starts at the first value.
   *
   * @param parameters what was estimated
   * @param first the first value
   */
  public ThetaRecursion(ThetaParameters parameters, double first) {
    this.parameters = parameters;
    double alpha = parameters.alpha();
    level = alpha * first + (1 - alpha) * parameters.initialLevel();
    mean = first;
    ThetaParameters.Line line = parameters.line();
    intercept = line == null ? first : line.intercept();
    slope = line == null ? 0 : line.slope();
    power = 1 - alpha;
    steps = 1;
  }

  /**
   * Copies a recursion.
   *
   * @param other where to go on from
   */
  public ThetaRecursion(ThetaRecursion other) {
    parameters = other.parameters;
    level = other.level;
    mean = other.mean;
    intercept = other.intercept;
    slope = other.slope;
    power = other.power;
    steps = other.steps;
  }

  /**
   * Returns how many values it went over.
   *
   * @return at least 1
   */
  public int steps() {
    return steps;
  }

  /**
   * Forecasts the next value.
   *
   * @return the forecast
   */
  public double next() {
    double alpha = parameters.alpha();
    double line = intercept * power + slope * (1 - power * (1 - alpha)) / alpha;
    return level + parameters.weight() * line;
  }

  /**
   * Goes one step on.
   *
   * @param value the value of the step; its forecast if it was not observed
   */
  public void observe(double value) {
    double alpha = parameters.alpha();
    level = alpha * value + (1 - alpha) * level;
    if (parameters.line() == null) {
      double i = steps;
      slope = ((i - 1) * slope + 6 * (value - mean) / (i + 1)) / (i + 2);
      mean = (i * mean + value) / (i + 1);
      intercept = mean - slope * (i + 2) / 2;
    }
    power = nextPower(power, alpha);
    steps++;
  }

  /**
   * Returns the next power of 1 − alpha.
   *
   * @param power the last one
   * @param alpha the smoothing parameter
   * @return zero once it no longer matters
   */
  static double nextPower(double power, double alpha) {
    double next = power * (1 - alpha);
    return next < SMALLEST_POWER ? 0 : next;
  }
}
