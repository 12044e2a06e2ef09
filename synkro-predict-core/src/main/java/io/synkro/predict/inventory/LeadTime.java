package io.synkro.predict.inventory;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * Time from placing an order to having the goods on the shelf: a distribution over whole days.
 * Immutable; safe for use by many threads.
 */
public final class LeadTime {
  private static final int MAX_DAYS = 3660;
  private static final double TAIL = 1e-14;

  private final double[] probabilities;
  private final double meanDays;
  private final double sdDays;

  private LeadTime(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    int last = weights.length - 1;
    while (weights[last] == 0) {
      last--;
    }
    this.probabilities = new double[last + 1];
    double mean = 0;
    for (int d = 0; d <= last; d++) {
      probabilities[d] = weights[d] / sum;
      mean += d * probabilities[d];
    }
    double variance = 0;
    for (int d = 0; d <= last; d++) {
      variance += probabilities[d] * (d - mean) * (d - mean);
    }
    this.meanDays = mean;
    this.sdDays = Math.sqrt(variance);
  }

  /**
   * Creates a lead time that never varies.
   *
   * @param days from 0 to 3660
   * @return the lead time
   */
  public static LeadTime fixed(int days) {
    requireDays("lead time", days);
    double[] weights = new double[days + 1];
    weights[days] = 1;
    return new LeadTime(weights);
  }

  /**
   * Creates a lead time from the probabilities of whole days.
   *
   * @param probabilities probability of 0, 1, 2 … days; none negative, a sum within 1e-6 of 1
   * @return the lead time
   */
  public static LeadTime ofProbabilities(double... probabilities) {
    Require.atLeast("probabilities.length", probabilities.length, 1, "");
    requireDays("probabilities.length - 1", probabilities.length - 1);
    double sum = 0;
    for (double probability : probabilities) {
      sum += Require.nonNegative("probability", probability, "");
    }
    Require.that(
        Math.abs(sum - 1) <= 1e-6,
        "sum of the probabilities",
        sum,
        "must be 1",
        "divide each by the sum");
    return new LeadTime(probabilities.clone());
  }

  /**
   * Creates a lead time that repeats what was observed.
   *
   * @param observedDays days of past deliveries, each from 0 to 3660; at least one
   * @return the empirical distribution
   */
  public static LeadTime observed(int... observedDays) {
    Require.atLeast("observedDays.length", observedDays.length, 1, "");
    for (int days : observedDays) {
      requireDays("observed lead time", days);
    }
    double[] counts = new double[Arrays.stream(observedDays).max().getAsInt() + 1];
    for (int days : observedDays) {
      counts[days]++;
    }
    return new LeadTime(counts);
  }

  /**
   * Creates a lead time from its mean and standard deviation. The distribution over whole days is
   * the one that Adan, van Eenige &amp; Resing (1995), "Fitting discrete distributions on the first
   * two moments", Probability in the Engineering and Informational Sciences 9, fit exactly: a
   * mixture of two binomial, Poisson, mixed negative binomial or mixed geometric distributions. If
   * the standard deviation is below the least that whole days allow (a mean of 2.5 days cannot vary
   * by less than half a day) the two nearest whole days are mixed.
   *
   * @param meanDays mean, from 0 to 366
   * @param sdDays standard deviation in days, zero or more, at most 366
   * @return the lead time; its mean is {@code meanDays} and its standard deviation {@code sdDays}
   *     up to 1e-6, or the least possible
   * @throws InvalidInputException if no lead times of up to 3660 days have these two, such as a
   *     mean of 0.1 with a standard deviation of 40
   */
  public static LeadTime ofMeanAndSd(double meanDays, double sdDays) {
    requireMoment("mean of the lead time", meanDays);
    requireMoment("standard deviation of the lead time", sdDays);
    Require.that(
        meanDays > 0 || sdDays == 0,
        "standard deviation of the lead time",
        sdDays,
        "must be 0 where the mean is 0",
        "use LeadTime.fixed(0)");
    double share = meanDays - Math.floor(meanDays);
    double sd = Math.max(sdDays, Math.sqrt(share * (1 - share)));
    LeadTime fitted = new LeadTime(TwoMomentFit.probabilities(meanDays, sdDays, MAX_DAYS, TAIL));
    Require.that(
        Math.abs(fitted.meanDays - meanDays) <= 1e-6 && Math.abs(fitted.sdDays - sd) <= 1e-6,
        "standard deviation of the lead time",
        sdDays,
        "is too large for a mean of %s and at most %d days".formatted(meanDays, MAX_DAYS),
        "use LeadTime.observed with past deliveries");
    return fitted;
  }

  private static void requireMoment(String name, double days) {
    if (!(days >= 0 && days <= 366)) {
      throw new InvalidInputException(
          name, Double.toString(days), "must be from 0 to 366 days", "convert weeks to days");
    }
  }

  private static void requireDays(String name, int days) {
    Require.that(
        days >= 0 && days <= MAX_DAYS,
        name,
        days,
        "must be from 0 to " + MAX_DAYS + " days",
        "convert to days");
  }

  /**
   * Returns the mean.
   *
   * @return days
   */
  public double meanDays() {
    return meanDays;
  }

  /**
   * Returns the standard deviation.
   *
   * @return days
   */
  public double sdDays() {
    return sdDays;
  }

  /**
   * Returns the longest lead time that has a probability.
   *
   * @return days
   */
  public int maxDays() {
    return probabilities.length - 1;
  }

  /**
   * Returns the probability of a lead time.
   *
   * @param days whole days, zero or more
   * @return probability, from 0 to 1
   */
  public double probability(int days) {
    Require.atLeast("days", days, 0, "");
    return days < probabilities.length ? probabilities[days] : 0;
  }

  /**
   * Returns the probability that an order has arrived after a number of days.
   *
   * @param days whole days, zero or more
   * @return probability of a lead time of {@code days} or less
   */
  public double probabilityWithin(int days) {
    Require.atLeast("days", days, 0, "");
    double sum = 0;
    for (int d = 0; d <= Math.min(days, maxDays()); d++) {
      sum += probabilities[d];
    }
    return Math.min(1, sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LeadTime that && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return "%.1f days (sd %.1f)".formatted(meanDays, sdDays);
  }
}
