package io.synkro.predict.features.internal;

/** Count, mean and sum of squared deviations in three numbers of a state. Stateless. */
final class Welford {
  private Welford() {}

  static void start(double[] state, int at) {
    state[at] = 0;
    state[at + 1] = 0;
    state[at + 2] = 0;
  }

  static void add(double[] state, int at, double value) {
    double count = state[at] + 1;
    double deviation = value - state[at + 1];
    double mean = state[at + 1] + deviation / count;
    state[at] = count;
    state[at + 1] = mean;
    state[at + 2] += deviation * (value - mean);
  }

  static double count(double[] state, int at) {
    return state[at];
  }

  static double mean(double[] state, int at) {
    return state[at + 1];
  }

  /** Sample variance; NaN for fewer than two values. */
  static double variance(double[] state, int at) {
    return state[at] < 2 ? Double.NaN : state[at + 2] / (state[at] - 1);
  }
}
