package io.synkro.predict.univariate.internal;

/**
 * The recursions of complex exponential smoothing. The state is a level with its potential, and for
 * each step of the season an index with its own potential (with a simple season: a level). Both
 * directions of time use the same memory: what a step of the season held last is where the next
 * visit begins. Source: Svetunkov, Kourentzes &amp; Ord (2022), <a
 * href="https://doi.org/10.1002/nav.22074">doi:10.1002/nav.22074</a>. Not safe for use by many
 * threads.
 */
public final class CesRecursion {
  private final CesType type;
  private final double[] index;
  private final double[] indexPotential;
  private double level;
  private double potential;
  private double alpha0;
  private double alpha1;
  private double beta0;
  private double beta1;

  /**
   * Creates a recursion that has not begun.
   *
   * @param type how the season is treated
   * @param season steps of a season; 1 for none
   */
  public CesRecursion(CesType type, int season) {
    this.type = type;
    index = new double[season];
    indexPotential = new double[season];
  }

  /**
   * Copies a recursion.
   *
   * @param other where to go on from
   */
  public CesRecursion(CesRecursion other) {
    this(other.type, other.index.length);
    begin(other);
    use(new CesParameters(other.alpha0, other.alpha1, other.beta0, other.beta1));
  }

  /**
   * Returns the state from which the search begins: means and classical indices of the first
   * values, with potentials of 1 / 1.1 of them as in the R package smooth.
   *
   * @param type how the season is treated
   * @param season steps of a season; 1 for none
   * @param values at least two seasons
   * @return the state before the first value
   */
  public static CesRecursion initial(CesType type, int season, double[] values) {
    CesRecursion initial = new CesRecursion(type, season);
    int first = type == CesType.NONE ? Math.min(10, values.length) : season;
    for (int t = 0; t < first; t++) {
      initial.level += values[t] / first;
    }
    initial.potential = initial.level / 1.1;
    if (type != CesType.NONE) {
      double[] seasonal =
          type == CesType.SIMPLE ? values : ClassicalSeason.additive(values, season).indices();
      for (int k = 0; k < season; k++) {
        initial.index[k] = seasonal[k];
        initial.indexPotential[k] = seasonal[k] / 1.1;
      }
    }
    return initial;
  }

  /**
   * Takes on the state of another recursion of the same size.
   *
   * @param other the other one, unchanged
   */
  public void begin(CesRecursion other) {
    level = other.level;
    potential = other.potential;
    System.arraycopy(other.index, 0, index, 0, index.length);
    System.arraycopy(other.indexPotential, 0, indexPotential, 0, index.length);
  }

  /**
   * Sets the parameters.
   *
   * @param parameters what to smooth with
   */
  public void use(CesParameters parameters) {
    alpha0 = parameters.alpha0();
    alpha1 = parameters.alpha1();
    beta0 = parameters.beta0();
    beta1 = parameters.beta1();
  }

  /**
   * Finds the state before the first value that fits the parameters: forward over the series, and
   * back.
   *
   * @param values the series
   */
  public void backfit(double[] values) {
    pass(values, 1);
    turn();
    pass(values, -1);
    turn();
  }

  /**
   * Goes forward over the series, from its first value.
   *
   * @param values the series
   * @return the sum of squared errors
   */
  public double forward(double[] values) {
    return pass(values, 1);
  }

  private double pass(double[] values, int direction) {
    if (type == CesType.NONE) {
      return noSeason(values, direction);
    }
    if (type == CesType.SIMPLE) {
      return simple(values, direction);
    }
    return type == CesType.PARTIAL ? partial(values, direction) : full(values, direction);
  }

  /** Goes one season past an end, on forecasts, to come back from there. */
  private void turn() {
    advanceLevel(0);
    if (type == CesType.SIMPLE || type == CesType.FULL) {
      for (int k = 0; k < index.length; k++) {
        advanceIndex(k, 0);
      }
    }
  }

  private double noSeason(double[] values, int direction) {
    double keep1 = 1 - alpha1;
    double keep0 = 1 - alpha0;
    double gain = alpha0 - alpha1;
    double potentialGain = alpha0 + alpha1;
    double real = level;
    double imaginary = potential;
    double squares = 0;
    int t = direction > 0 ? 0 : values.length - 1;
    for (int k = 0; k < values.length; k++, t += direction) {
      double error = values[t] - real;
      double next = real - keep1 * imaginary + gain * error;
      imaginary = real + keep0 * imaginary + potentialGain * error;
      real = next;
      squares += error * error;
    }
    level = real;
    potential = imaginary;
    return squares;
  }

  private double simple(double[] values, int direction) {
    double keep1 = 1 - alpha1;
    double keep0 = 1 - alpha0;
    double gain = alpha0 - alpha1;
    double potentialGain = alpha0 + alpha1;
    double squares = 0;
    int t = direction > 0 ? 0 : values.length - 1;
    int step = t % index.length;
    for (int k = 0; k < values.length; k++, t += direction) {
      double real = index[step];
      double imaginary = indexPotential[step];
      double error = values[t] - real;
      index[step] = real - keep1 * imaginary + gain * error;
      indexPotential[step] = real + keep0 * imaginary + potentialGain * error;
      squares += error * error;
      step = next(step, direction);
    }
    return squares;
  }

  private double partial(double[] values, int direction) {
    double keep1 = 1 - alpha1;
    double keep0 = 1 - alpha0;
    double gain = alpha0 - alpha1;
    double potentialGain = alpha0 + alpha1;
    double real = level;
    double imaginary = potential;
    double squares = 0;
    int t = direction > 0 ? 0 : values.length - 1;
    int step = t % index.length;
    for (int k = 0; k < values.length; k++, t += direction) {
      double error = values[t] - real - index[step];
      double next = real - keep1 * imaginary + gain * error;
      imaginary = real + keep0 * imaginary + potentialGain * error;
      real = next;
      index[step] += beta0 * error;
      squares += error * error;
      step = next(step, direction);
    }
    level = real;
    potential = imaginary;
    return squares;
  }

  private double full(double[] values, int direction) {
    double keep1 = 1 - alpha1;
    double keep0 = 1 - alpha0;
    double gain = alpha0 - alpha1;
    double potentialGain = alpha0 + alpha1;
    double real = level;
    double imaginary = potential;
    double squares = 0;
    int t = direction > 0 ? 0 : values.length - 1;
    int step = t % index.length;
    for (int k = 0; k < values.length; k++, t += direction) {
      double error = values[t] - real - index[step];
      double next = real - keep1 * imaginary + gain * error;
      imaginary = real + keep0 * imaginary + potentialGain * error;
      real = next;
      advanceIndex(step, error);
      squares += error * error;
      step = next(step, direction);
    }
    level = real;
    potential = imaginary;
    return squares;
  }

  private int next(int step, int direction) {
    int next = step + direction;
    return next == index.length ? 0 : next < 0 ? index.length - 1 : next;
  }

  private void advanceLevel(double error) {
    double real = level;
    level = real - (1 - alpha1) * potential + (alpha0 - alpha1) * error;
    potential = real + (1 - alpha0) * potential + (alpha0 + alpha1) * error;
  }

  private void advanceIndex(int step, double error) {
    boolean simple = type == CesType.SIMPLE;
    double part0 = simple ? alpha0 : beta0;
    double part1 = simple ? alpha1 : beta1;
    double real = index[step];
    index[step] = real - (1 - part1) * indexPotential[step] + (part0 - part1) * error;
    indexPotential[step] = real + (1 - part0) * indexPotential[step] + (part0 + part1) * error;
  }

  /**
   * Forecasts a value.
   *
   * @param t how many steps it comes after the first one
   * @return the forecast of the step that comes next
   */
  public double next(int t) {
    if (type == CesType.NONE) {
      return level;
    }
    double seasonal = index[t % index.length];
    return type == CesType.SIMPLE ? seasonal : level + seasonal;
  }

  /**
   * Goes one step on.
   *
   * @param t how many steps the value comes after the first one
   * @param error the value less its forecast; 0 if it was not observed
   */
  public void observe(int t, double error) {
    int step = t % index.length;
    if (type != CesType.SIMPLE) {
      advanceLevel(error);
    }
    if (type == CesType.PARTIAL) {
      index[step] += beta0 * error;
    } else if (type != CesType.NONE) {
      advanceIndex(step, error);
    }
  }
}
