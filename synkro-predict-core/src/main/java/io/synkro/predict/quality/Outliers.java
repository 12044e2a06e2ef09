package io.synkro.predict.quality;

/**
 * Values far from their like. The distance is measured from a median and in units of 1.4826 times
 * the median absolute deviation, which estimates the standard deviation of normal data and is not
 * moved by the outliers themselves. Source: Iglewicz &amp; Hoaglin (1993), How to Detect and Handle
 * Outliers, ASQC, section 3.3. They set the limit at 3.5; it is 6 here, because a panel has very
 * many values and demand has heavier tails than normal data.
 */
final class Outliers {
  static final double LIMIT = 6;
  private static final double TO_SD = 1.4826;
  private static final int SEASONS_EACH_SIDE = 3;
  private static final int LEAST_VALUES = 8;

  /** Sizes of intermittent demand must differ by at least e^(6 x 0.25) = 4.5 times. */
  private static final double LEAST_LOG_SD = 0.25;

  private final int season;
  private final double[] window = new double[2 * SEASONS_EACH_SIDE];
  private double[] centres = new double[0];
  private double[] work = new double[0];

  Outliers(int season) {
    this.season = season;
  }

  void find(Observed series, Findings findings) {
    if (work.length < series.length()) {
      centres = new double[series.length()];
      work = new double[series.length()];
    }
    int sales = 0;
    for (int t = 0; t < series.length(); t++) {
      sales += series.value(t) > 0 ? 1 : 0;
    }
    if (sales < LEAST_VALUES) {
      return;
    }
    if (2 * sales >= series.count()) {
      regular(series, findings);
    } else {
      intermittent(series, findings);
    }
  }

  /**
   * Compares with the same position of up to three seasons before and after. The unit is never less
   * than the standard deviation of a Poisson count with that median, so that 3 beside 1 is no
   * outlier.
   */
  private void regular(Observed series, Findings findings) {
    int size = 0;
    for (int t = 0; t < series.length(); t++) {
      centres[t] = usual(series, t);
      double distance = Math.abs(series.value(t) - centres[t]);
      if (!Double.isNaN(distance)) {
        work[size++] = distance;
      }
    }
    if (size < LEAST_VALUES) {
      return;
    }
    double sd = TO_SD * Medians.median(work, size);
    for (int t = 0; t < series.length(); t++) {
      if (series.value(t) < 0 || series.explained(t)) {
        continue;
      }
      double unit = Math.max(sd, Math.sqrt(Math.max(1, centres[t])));
      report(series, t, Math.abs(series.value(t) - centres[t]) / unit, findings);
    }
  }

  /** Median of the values like this one, the neighbours if seasons are too few; NaN if unknown. */
  private double usual(Observed series, int t) {
    int size = neighbours(series, t, season);
    if (size < SEASONS_EACH_SIDE) {
      size = neighbours(series, t, 1);
    }
    return size < SEASONS_EACH_SIDE ? Double.NaN : Medians.median(window, size);
  }

  private int neighbours(Observed series, int t, int distance) {
    int size = 0;
    for (int k = 1; k <= SEASONS_EACH_SIDE; k++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        int other = t + sign * k * distance;
        if (other >= 0 && other < series.length() && !Double.isNaN(series.value(other))) {
          window[size++] = series.value(other);
        }
      }
    }
    return size;
  }

  /** Compares the logarithms of the sizes of demand, upwards only: there is always a zero below. */
  private void intermittent(Observed series, Findings findings) {
    int size = 0;
    for (int t = 0; t < series.length(); t++) {
      if (series.value(t) > 0) {
        work[size++] = Math.log(series.value(t));
      }
    }
    double median = Medians.median(work, size);
    for (int i = 0; i < size; i++) {
      work[i] = Math.abs(work[i] - median);
    }
    double sd = Math.max(LEAST_LOG_SD, TO_SD * Medians.median(work, size));
    for (int t = 0; t < series.length(); t++) {
      if (series.value(t) > 0 && !series.explained(t)) {
        report(series, t, (Math.log(series.value(t)) - median) / sd, findings);
      }
    }
  }

  private static void report(Observed series, int t, double distance, Findings findings) {
    if (distance > LIMIT) {
      findings.add(series.finding(FindingKind.OUTLIER, t, t + 1, distance));
    }
  }
}
