package io.synkro.predict.pattern;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Tests every series of a panel for a trend over at most three years of weeks. */
final class TrendSearch {
  private static final int REQUIRED = 10;
  private static final int YEARS = 3;

  private final SeriesPanel panel;
  private final Sellable sellable;
  private final int stepsPerPeriod;
  private final int periodsPerYear;

  TrendSearch(SeriesPanel panel, Sellable sellable) {
    this.panel = panel;
    this.sellable = sellable;
    Frequency frequency = panel.axis().frequency();
    this.stepsPerPeriod =
        switch (frequency) {
          case HOURLY -> 7 * 24;
          case DAILY -> 7;
          case WEEKLY, MONTHLY, QUARTERLY, YEARLY -> 1;
        };
    this.periodsPerYear = stepsPerPeriod > 1 ? 52 : frequency.seasonLength();
  }

  List<Trend> search(double significance) {
    double[][] periods = new double[panel.size()][];
    MannKendall[] tests = new MannKendall[panel.size()];
    for (int i = 0; i < panel.size(); i++) {
      periods[i] = periods(sellable.values(i));
      int season = season(periods[i]);
      MannKendall test = MannKendall.of(periods[i], season);
      tests[i] = test.autocorrelated(autocorrelation(periods[i], test.slope(), season));
    }
    int[] tested =
        IntStream.range(0, panel.size()).filter(i -> present(periods[i]) >= REQUIRED).toArray();
    double[] adjusted =
        MultipleTests.benjaminiHochberg(
            Arrays.stream(tested).mapToDouble(i -> tests[i].pValue()).toArray());
    List<Trend> trends = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < panel.size(); i++) {
      if (next < tested.length && tested[next] == i) {
        trends.add(measured(i, periods[i], tests[i], adjusted[next++], significance));
      } else {
        trends.add(new Trend.TooShort(panel.id(i), present(periods[i]), REQUIRED));
      }
    }
    return List.copyOf(trends);
  }

  /** First autocorrelation of what trend and season leave; 0 if too little is left. */
  private static double autocorrelation(double[] periods, double slope, int season) {
    double[] residuals = new double[periods.length];
    for (int first = 0; first < Math.min(season, periods.length); first++) {
      double sum = 0;
      int present = 0;
      for (int t = first; t < periods.length; t += season) {
        residuals[t] = periods[t] - slope * t;
        if (!Double.isNaN(residuals[t])) {
          sum += residuals[t];
          present++;
        }
      }
      for (int t = first; t < periods.length; t += season) {
        residuals[t] -= present > 0 ? sum / present : 0;
      }
    }
    double products = 0;
    double squares = 0;
    for (int t = 0; t < residuals.length; t++) {
      double before = t > 0 ? residuals[t - 1] : Double.NaN;
      squares += Double.isNaN(residuals[t]) ? 0 : residuals[t] * residuals[t];
      products += Double.isNaN(residuals[t] * before) ? 0 : residuals[t] * before;
    }
    double rho = products / squares;
    return Double.isNaN(rho) ? 0 : rho; // nothing is left, or squares overflow
  }

  private int season(double[] periods) {
    return periods.length >= 2 * periodsPerYear ? periodsPerYear : 1;
  }

  private Trend measured(
      int series, double[] periods, MannKendall test, double adjusted, double significance) {
    double mean = Arrays.stream(periods).filter(v -> !Double.isNaN(v)).average().orElse(0);
    double perYear = test.slope() * periodsPerYear;
    Trend.Direction direction =
        adjusted > significance
            ? Trend.Direction.FLAT
            : test.s() > 0 ? Trend.Direction.RISING : Trend.Direction.FALLING;
    return new Trend.Measured(
        panel.id(series),
        direction,
        mean > 0 ? 100 * perYear / mean : 0,
        test.z(),
        test.pValue(),
        Math.max(adjusted, test.pValue()),
        present(periods),
        periods.length >= 2 * periodsPerYear);
  }

  /**
   * Demand of whole periods, the last one ending with the series. A period with less than half of
   * its steps is missing; else its mean stands for the steps it lacks.
   */
  private double[] periods(double[] values) {
    int count =
        Math.min(values.length / stepsPerPeriod, YEARS * Math.max(periodsPerYear, REQUIRED));
    double[] periods = new double[count];
    int first = values.length - count * stepsPerPeriod;
    for (int p = 0; p < count; p++) {
      double sum = 0;
      int present = 0;
      for (int t = first + p * stepsPerPeriod; t < first + (p + 1) * stepsPerPeriod; t++) {
        if (!Double.isNaN(values[t])) {
          sum += values[t];
          present++;
        }
      }
      periods[p] = 2 * present >= stepsPerPeriod ? sum / present * stepsPerPeriod : Double.NaN;
    }
    return periods;
  }

  private static int present(double[] periods) {
    return (int) Arrays.stream(periods).filter(v -> !Double.isNaN(v)).count();
  }
}
