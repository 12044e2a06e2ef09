package io.synkro.predict.quality;

import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is odd in a panel. Nothing is changed: the report says where to look. It takes
 * time proportional to the number of observations.
 */
public final class DataQuality {
  private static final int KEPT_OF_A_KIND = 20;
  private static final double MANY_MISSING = 0.1;

  private final SeriesPanel panel;
  private final @Nullable Covariate inStock;
  private final @Nullable Covariate promotion;
  private final Findings findings = new Findings(KEPT_OF_A_KIND);
  private final Outliers outliers;
  private final int firstStep;
  private final int endStep;
  private long missing;
  private long negatives;
  private double returnedUnits;
  private long censored;

  private DataQuality(SeriesPanel panel) {
    this.panel = panel;
    this.inStock = panel.covariate(CovariateNames.IN_STOCK).orElse(null);
    this.promotion = panel.covariate(CovariateNames.PROMOTION).orElse(null);
    this.outliers = new Outliers(panel.axis().frequency().seasonLength());
    this.endStep = panel.end();
    int first = Integer.MAX_VALUE;
    for (int series = 0; series < panel.size(); series++) {
      first = Math.min(first, panel.start(series));
    }
    this.firstStep = first;
  }

  /**
   * Assesses a panel. The rules and their sources are with the kinds of findings and in the
   * documentation of this package's classes: stock-outs are steps whose {@code in_stock} is below
   * 1; runs of zeros and closed weekdays are reported if chance would give them less than once in a
   * thousand series; outliers lie more than six robust standard deviations (1.4826 times the median
   * absolute deviation; Iglewicz &amp; Hoaglin, 1993) from the median of the same season position
   * in the three seasons before and after, or above the median size of an intermittent demand on a
   * logarithmic scale. Steps on promotion or out of stock are no outliers and no zeros.
   *
   * @param panel demand; NaN = missing; with covariates {@code in_stock} and {@code promotion} if
   *     they are known
   * @return what was found
   */
  public static DataQualityReport assess(SeriesPanel panel) {
    return new DataQuality(panel).report();
  }

  private DataQualityReport report() {
    for (int series = 0; series < panel.size(); series++) {
      assess(series);
    }
    return new DataQualityReport(
        panel.axis(),
        panel.size(),
        new DataQualityReport.Totals(
            panel.observations(), missing, negatives, returnedUnits, censored),
        findings.counts(),
        findings.sorted());
  }

  private void assess(int series) {
    Observed observed = new Observed(panel, series, explained(series));
    int length = observed.length();
    int unknown = length - observed.count();
    missing += unknown;
    stockOuts(observed, series);
    if (observed.count() == 0) {
      findings.add(observed.finding(FindingKind.EMPTY_SERIES, 0, length, length));
      return;
    }
    if (unknown >= MANY_MISSING * length && unknown > 0) {
      findings.add(
          observed.finding(FindingKind.MISSING_VALUES, 0, length, (double) unknown / length));
    }
    if (observed.count() < 2 * panel.axis().frequency().seasonLength()) {
      findings.add(observed.finding(FindingKind.TOO_SHORT, 0, length, observed.count()));
    }
    calendar(observed, series);
    gaps(observed);
    returns(observed);
    if (!flat(observed)) {
      Zeros.findRuns(observed, findings);
      outliers.find(observed, findings);
      if (panel.axis().frequency() == Frequency.DAILY) {
        Zeros.findClosedWeekdays(observed, panel.axis(), panel.start(series), findings);
      }
    }
  }

  private boolean[] explained(int series) {
    boolean[] explained = new boolean[panel.length(series)];
    for (int t = 0; t < explained.length; t++) {
      explained[t] =
          (inStock != null && inStock.value(series, t) < 1)
              || (promotion != null && promotion.value(series, t) > 0);
    }
    return explained;
  }

  private void stockOuts(Observed observed, int series) {
    if (inStock == null) {
      return;
    }
    int steps = 0;
    int first = 0;
    int last = 0;
    for (int t = 0; t < observed.length(); t++) {
      if (inStock.value(series, t) < 1) {
        first = steps == 0 ? t : first;
        last = t;
        steps++;
      }
    }
    censored += steps;
    if (steps > 0) {
      double share = (double) steps / observed.length();
      findings.add(observed.finding(FindingKind.STOCK_OUT, first, last + 1, share));
    }
  }

  private void calendar(Observed observed, int series) {
    int start = panel.start(series);
    int late = start + observed.first() - firstStep;
    if (late > 0) {
      findings.add(
          observed.finding(FindingKind.LATE_START, firstStep - start, observed.first(), late));
    }
    int early = endStep - (start + observed.last() + 1);
    if (early > 0) {
      findings.add(
          observed.finding(FindingKind.EARLY_END, observed.last() + 1, endStep - start, early));
    }
  }

  private void gaps(Observed observed) {
    int known = observed.first();
    for (int t = observed.first(); t <= observed.last(); t++) {
      if (Double.isNaN(observed.value(t))) {
        continue;
      }
      if (t > known + 1) {
        findings.add(observed.finding(FindingKind.GAP, known + 1, t, t - known - 1.0));
      }
      known = t;
    }
  }

  private void returns(Observed observed) {
    double units = 0;
    int first = -1;
    int last = -1;
    for (int t = 0; t < observed.length(); t++) {
      if (observed.value(t) < 0) {
        units -= observed.value(t);
        first = first < 0 ? t : first;
        last = t;
        negatives++;
      }
    }
    returnedUnits += units;
    if (first >= 0) {
      findings.add(observed.finding(FindingKind.RETURNS, first, last + 1, units));
    }
  }

  private boolean flat(Observed observed) {
    double value = observed.value(observed.first());
    for (int t = observed.first(); t <= observed.last(); t++) {
      if (!Double.isNaN(observed.value(t)) && observed.value(t) != value) {
        return false;
      }
    }
    if (value == 0) {
      findings.add(observed.finding(FindingKind.ALL_ZERO, 0, observed.length(), observed.count()));
    } else if (observed.count() > 1) {
      findings.add(observed.finding(FindingKind.CONSTANT, 0, observed.length(), Math.abs(value)));
    }
    return true;
  }
}
