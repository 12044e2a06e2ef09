package io.synkro.predict.optimize.distribution;

/**
 * What a count has up to and above a whole number, and the losses that follow from it. The side
 * away from the mean is summed or integrated, the other is the rest, so both keep their digits.
 *
 * @param demand the distribution
 * @param count the whole number k, any
 * @param upTo P(X ≤ k)
 * @param above P(X > k)
 * @param weight (k + 1) P(X = k + 1), which all losses have in common
 */
record CountTail(CountDemand demand, double count, double upTo, double above, double weight) {
  /** Up to this spread the terms of a sum are fewer than those of an integral. */
  private static final double SUMMED_SPREAD = 40;

  private static final double NEGLIGIBLE = 1e-17;

  static CountTail at(CountDemand demand, double count) {
    if (count < 0) {
      return new CountTail(demand, count, 0, 1, 0);
    }
    if (count == Double.POSITIVE_INFINITY) {
      return new CountTail(demand, count, 1, 0, 0);
    }
    double next = count + 1;
    double weight = next * CountProbability.of(demand, next);
    boolean right = next > demand.mean();
    double tail;
    if (Math.max(demand.sd(), demand.overdispersion()) <= SUMMED_SPREAD) {
      tail = right ? sumAbove(demand, next, weight / next) : sumUpTo(demand, count);
    } else {
      tail = weight == 0 ? 0 : Math.min(1, weight * integral(demand, count, right));
    }
    return right
        ? new CountTail(demand, count, 1 - tail, tail, weight)
        : new CountTail(demand, count, tail, 1 - tail, weight);
  }

  /** Subnormal terms no longer shrink, and never end. */
  private static boolean counts(double term, double sum) {
    return term > sum * NEGLIGIBLE && term >= Double.MIN_NORMAL;
  }

  private static double sumAbove(CountDemand demand, double first, double probability) {
    double b = demand.overdispersion();
    double sum = 0;
    double term = probability;
    for (double k = first; counts(term, sum); k++) {
      sum += term;
      term *= (demand.mean() + b * k) / ((1 + b) * (k + 1));
    }
    return Math.min(1, sum);
  }

  private static double sumUpTo(CountDemand demand, double last) {
    double b = demand.overdispersion();
    double sum = 0;
    double term = CountProbability.of(demand, last);
    for (double k = last; k >= 0 && counts(term, sum); k--) {
      sum += term;
      term *= (1 + b) * k / (demand.mean() + b * (k - 1));
    }
    return Math.min(1, sum);
  }

  /**
   * P(X ≤ k) is the upper tail of a gamma distribution of shape k + 1 at the mean, or the lower one
   * of a beta distribution with parameters size and k + 1 at 1 / (1 + b): <a
   * href="https://dlmf.nist.gov/8.4.E10">DLMF 8.4.10</a>, <a
   * href="https://dlmf.nist.gov/8.17.E5">8.17.5</a>. Both are integrated over the logarithm (of the
   * odds), where the density has no singularity and the weight is its value at the end.
   */
  private static double integral(CountDemand demand, double count, boolean right) {
    double mean = demand.mean();
    double b = demand.overdispersion();
    double slope = (mean - count - 1) / (1 + b);
    double sign = right ? 1 : -1;
    if (b == 0) {
      return TailIntegral.of(u -> sign * u * slope - mean * SmallDifferences.expm1(-sign * u));
    }
    double both = mean / b + count + 1;
    return TailIntegral.of(u -> sign * u * slope - both * logOdds(sign * u, b));
  }

  /** Returns ln(1 + t (e^v − 1)) − t v with t = 1 / (1 + b), from the side where t is small. */
  private static double logOdds(double v, double b) {
    double t = b < 1 ? b / (1 + b) : 1 / (1 + b);
    double w = b < 1 ? -v : v;
    return Math.abs(w) < 0.5
        ? SmallDifferences.log1p(t * Math.expm1(w)) + t * SmallDifferences.expm1(w)
        : Math.log1p(t * Math.expm1(w)) - t * w;
  }

  /** Returns E[(X − x)⁺] for x from k to below k + 1. */
  double loss(double x) {
    if (count < 0) {
      return demand.mean() - x;
    }
    return above == 0
        ? 0
        : Math.max(0, (demand.mean() - x) * above + (1 + demand.overdispersion()) * weight);
  }

  /** Returns E[(x − X)⁺] for x from k to below k + 1. */
  double complementaryLoss(double x) {
    if (count == Double.POSITIVE_INFINITY) {
      return x;
    }
    return count < 0
        ? 0
        : Math.max(0, (x - demand.mean()) * upTo + (1 + demand.overdispersion()) * weight);
  }

  /** Returns ½ E[(X − k)⁺ (X − k − 1)⁺]. */
  double secondLoss() {
    return above == 0 ? 0 : Math.max(0, (square() * above + cross()) / 2);
  }

  /** Returns ½ E[(k − X)⁺ (k − X + 1)⁺]. */
  double complementarySecondLoss() {
    return upTo == 0 ? 0 : Math.max(0, (square() * upTo - cross()) / 2);
  }

  /** Returns E[(X − k)(X − k − 1)]. */
  private double square() {
    double distance = count - demand.mean();
    return distance * distance + demand.mean() * demand.overdispersion() + count;
  }

  /** Returns what E[(X − k)(X − k − 1); X > k] exceeds {@code square() × above} by. */
  private double cross() {
    if (weight == 0) {
      return 0;
    }
    double b = demand.overdispersion();
    return (1 + b) * weight * (demand.mean() + b - count);
  }
}
