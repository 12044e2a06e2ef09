package io.synkro.predict.optimize.safety;

/**
 * Mean demand of a period, where recent periods count more: the weight halves every so many.
 *
 * @param mean units
 * @param periods how many equally weighted periods would tell the mean as well
 */
record Moments(double mean, double periods) {

  static Moments of(double[] history, double[] weights) {
    double sum = 0;
    double total = 0;
    double squares = 0;
    for (int t = 0; t < history.length; t++) {
      sum += weights[t] * history[t];
      total += weights[t];
      squares += weights[t] * weights[t];
    }
    return new Moments(sum / total, total * total / squares);
  }

  /**
   * Returns weights of periods or blocks of them.
   *
   * @param size how many
   * @param halfLife after how many the weight halves; infinite for equal weights
   */
  static double[] weights(int size, double halfLife) {
    double[] weights = new double[size];
    for (int t = 0; t < size; t++) {
      weights[t] = Math.pow(0.5, (size - 1 - t) / halfLife);
    }
    return weights;
  }

  /** Returns variance by mean with equal weights; NaN without demand or a second period. */
  static double dispersion(double[] history) {
    double mean = 0;
    double squares = 0; // of deviations, updated as by Welford
    for (int t = 0; t < history.length; t++) {
      double deviation = history[t] - mean;
      mean += deviation / (t + 1);
      squares += deviation * (history[t] - mean);
    }
    return mean > 0 && history.length > 1 ? squares / (history.length - 1) / mean : Double.NaN;
  }

  static boolean isWhole(double[] history) {
    for (double units : history) {
      if (units != Math.rint(units)) {
        return false;
      }
    }
    return true;
  }
}
