package io.synkro.predict.quality;

import io.synkro.predict.series.TimeAxis;

/**
 * Zeros that chance hardly explains. A run of L zeros is reported if n p^L is below 0.001, where n
 * is the number of known values from the first sale on and p = (z + 1) / (m + 2) estimates the
 * share of zeros from the m values outside the run, z of which are zero (Laplace's rule of
 * succession). If steps were independent, n p^L would bound the probability that a run of this
 * length begins anywhere (Boole's inequality). A season without sales breaks that assumption: the
 * finding says "look at it", not "it is wrong". Zeros before the first sale, and those that a known
 * stock-out explains, do not count.
 */
final class Zeros {
  static final double LEAST_PROBABILITY = 0.001;
  private static final int LEAST_OUTSIDE = 8;

  private Zeros() {}

  static void findRuns(Observed series, Findings findings) {
    int known = 0;
    int zeros = 0;
    for (int t = series.firstSale(); t < series.length(); t++) {
      if (counts(series, t)) {
        known++;
        zeros += series.value(t) == 0 ? 1 : 0;
      }
    }
    int start = -1;
    for (int t = series.firstSale(); t <= series.length(); t++) {
      boolean zero = t < series.length() && counts(series, t) && series.value(t) == 0;
      if (zero && start < 0) {
        start = t;
      }
      if (!zero && start >= 0) {
        int run = t - start;
        if (unlikely(run, zeros - run, known - run)) {
          findings.add(series.finding(FindingKind.SUSPICIOUS_ZEROS, start, t, run));
        }
        start = -1;
      }
    }
  }

  private static boolean counts(Observed series, int t) {
    return !Double.isNaN(series.value(t)) && !series.explained(t);
  }

  static boolean unlikely(int run, int zerosOutside, int knownOutside) {
    if (knownOutside < LEAST_OUTSIDE) {
      return false;
    }
    double share = (zerosOutside + 1.0) / (knownOutside + 2.0);
    return (knownOutside + run) * Math.pow(share, run) < LEAST_PROBABILITY;
  }

  /** A weekday whose values are all zero, by the rule above with the other weekdays as outside. */
  static void findClosedWeekdays(Observed series, TimeAxis axis, int start, Findings findings) {
    int[] known = new int[7];
    int[] zeros = new int[7];
    int[] first = new int[7];
    int[] last = new int[7];
    int allKnown = 0;
    int allZeros = 0;
    int shift = axis.at((long) start).getDayOfWeek().getValue();
    for (int t = series.firstSale(); t < series.length(); t++) {
      if (!counts(series, t)) {
        continue;
      }
      int day = (shift + t) % 7;
      first[day] = known[day] == 0 ? t : first[day];
      last[day] = t;
      known[day]++;
      allKnown++;
      if (series.value(t) == 0) {
        zeros[day]++;
        allZeros++;
      }
    }
    for (int day = 0; day < 7; day++) {
      if (known[day] > 0
          && zeros[day] == known[day]
          && unlikely(known[day], allZeros - zeros[day], allKnown - known[day])) {
        findings.add(
            series.finding(FindingKind.CLOSED_WEEKDAY, first[day], last[day] + 1, known[day]));
      }
    }
  }
}
