package io.synkro.predict.univariate.internal;

/**
 * The super smoother: lines through running windows whose width is chosen at each point by
 * cross-validation, for the trend of a series without a season. Agrees with {@code supsmu} of R.
 * Source: Friedman (1984), "A variable span scatterplot smoother", Laboratory for Computational
 * Statistics, Stanford University, technical report 5. Stateless.
 */
public final class StlSuperSmoother {
  /** Shares of the series that a window can cover. */
  private static final double[] SPANS = {0.05, 0.2, 0.5};

  private StlSuperSmoother() {}

  /**
   * Smooths a series.
   *
   * @param values one value a step, all finite
   * @return the curve, same shape
   */
  public static double[] smooth(double[] values) {
    int n = values.length;
    double[][] curves = new double[SPANS.length][];
    double[][] errors = new double[SPANS.length][];
    for (int k = 0; k < SPANS.length; k++) {
      curves[k] = lines(values, SPANS[k]);
      errors[k] = lines(leaveOneOut(values, curves[k], SPANS[k]), SPANS[1]);
    }
    double[] spans = new double[n];
    for (int t = 0; t < n; t++) {
      int best = 0;
      for (int k = 1; k < SPANS.length; k++) {
        best = errors[k][t] < errors[best][t] ? k : best;
      }
      spans[t] = SPANS[best];
    }
    double[] smoothSpans = lines(spans, SPANS[1]);
    double[] mixed = new double[n];
    for (int t = 0; t < n; t++) {
      double span = Math.max(SPANS[0], Math.min(SPANS[2], smoothSpans[t]));
      int other = span < SPANS[1] ? 0 : 2;
      double share = (span - SPANS[1]) / (SPANS[other] - SPANS[1]);
      mixed[t] = (1 - share) * curves[1][t] + share * curves[other][t];
    }
    return lines(mixed, SPANS[0]);
  }

  private static int window(int n, double span) {
    int half = Math.max(2, (int) (0.5 * span * n + 0.5));
    return Math.min(n, 2 * half + 1);
  }

  private static int left(int n, int window, int t) {
    return Math.max(0, Math.min(n - window, t - window / 2));
  }

  /** Fits a line through the window of each point; the windows at the ends do not get shorter. */
  private static double[] lines(double[] values, double span) {
    int n = values.length;
    int window = window(n, span);
    double[] curve = new double[n];
    for (int t = 0; t < n; t++) {
      int left = left(n, window, t);
      double middle = left + (window - 1) / 2.0;
      double sum = 0;
      double product = 0;
      for (int j = left; j < left + window; j++) {
        sum += values[j];
        product += (j - middle) * values[j];
      }
      curve[t] = sum / window + (t - middle) * product / squares(window);
    }
    return curve;
  }

  /** Returns the sum of the squared distances from the middle of the window. */
  private static double squares(int window) {
    double squares = (double) window * ((double) window * window - 1) / 12;
    return window == 1 ? 1 : squares; // one point is in the middle
  }

  /** Returns how far each value is from the line through the others of its window. */
  private static double[] leaveOneOut(double[] values, double[] curve, double span) {
    int n = values.length;
    int window = window(n, span);
    double[] errors = new double[n];
    for (int t = 0; t < n; t++) {
      double distance = t - left(n, window, t) - (window - 1) / 2.0;
      double leverage = 1.0 / window + distance * distance / squares(window);
      double rest = Math.abs(values[t] - curve[t]);
      errors[t] = leverage < 1 ? rest / (1 - leverage) : t > 0 ? errors[t - 1] : 0;
    }
    return errors;
  }
}
