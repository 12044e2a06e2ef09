package io.synkro.predict.pattern;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for unusual observations of the last weeks. Each is compared with the same weekday (hour of
 * the week; of coarser panels: all steps) before these weeks: at most 26 values, at least 8. Demand
 * is taken as negative binomial: the mean of that weekday, half a unit added to its sum so that a
 * first sale is not a wonder, and one dispersion for all weekdays, by moments; the variance is
 * raised by {@code 1 + 1/n} because the mean is an estimate. Negative values count as zero, values
 * above 1e12 as 1e12.
 */
final class AnomalySearch {
  private static final int MOST = 26;
  private static final int FEWEST = 8;

  /** Up to here the tails of counts keep their digits; what lies above is as unusual. */
  private static final double LARGEST = 1e12;

  private final SeriesPanel panel;
  private final Sellable sellable;
  private final int season;
  private final int recent;
  private final double falseDiscoveryRate;
  private final DoubleArray pValues = new DoubleArray();
  private final IntArray candidateTests = new IntArray();
  private final List<Anomaly> candidates = new ArrayList<>();

  AnomalySearch(SeriesPanel panel, Sellable sellable, PatternOptions options) {
    this.panel = panel;
    this.sellable = sellable;
    this.falseDiscoveryRate = options.falseDiscoveryRate();
    Frequency frequency = panel.axis().frequency();
    this.season =
        switch (frequency) {
          case HOURLY -> 7 * 24;
          case DAILY -> 7;
          case WEEKLY, MONTHLY, QUARTERLY, YEARLY -> 1;
        };
    this.recent = frequency.stepsCovering(7.0 * options.recentWeeks());
  }

  /** Anomalies at a false discovery rate over all tests, the least likely first. */
  AnomalyReport search() {
    for (int i = 0; i < panel.size(); i++) {
      test(i);
    }
    double[] adjusted = MultipleTests.benjaminiHochberg(pValues.toArray());
    List<Anomaly> found =
        IntStream.range(0, candidates.size())
            .filter(c -> adjusted[candidateTests.get(c)] <= falseDiscoveryRate)
            .mapToObj(c -> withAdjusted(candidates.get(c), adjusted[candidateTests.get(c)]))
            .sorted(
                Comparator.comparingDouble(Anomaly::pValue)
                    .thenComparing(Anomaly::series)
                    .thenComparingInt(Anomaly::step))
            .toList();
    return new AnomalyReport(found, adjusted.length, falseDiscoveryRate);
  }

  private void test(int series) {
    double[] values = sellable.values(series);
    int begin = panel.end() - recent - panel.start(series);
    if (begin >= values.length || begin < FEWEST) {
      return; // the series ended before the recent weeks, or has no past
    }
    Slot[] slots = new Slot[season];
    double excess = 0;
    double squares = 0;
    for (int s = 0; s < season; s++) {
      slots[s] = Slot.before(values, begin + s - season, season);
      if (slots[s].count() >= FEWEST) {
        excess += slots[s].variance() - slots[s].mean();
        squares += slots[s].mean() * slots[s].mean();
      }
    }
    double dispersion = squares > 0 ? Math.max(0, excess / squares) : 0;
    for (int t = begin; t < values.length; t++) {
      Slot slot = slots[(t - begin) % season];
      if (!Double.isNaN(values[t]) && slot.count() >= FEWEST) {
        test(series, t, values[t], slot, dispersion);
      }
    }
  }

  private void test(int series, int t, double value, Slot slot, double dispersion) {
    double mean = slot.mean() + 0.5 / slot.count();
    double variance = (mean + dispersion * mean * mean) * (1 + 1.0 / slot.count());
    double pValue = Tail.countTwoSided(held(value), mean, variance);
    pValues.add(pValue);
    if (pValue > falseDiscoveryRate) {
      return; // correction only raises it
    }
    int step = panel.start(series) + t;
    candidateTests.add(pValues.size() - 1);
    candidates.add(
        new Anomaly(
            panel.id(series),
            step,
            panel.axis().at(step),
            value > mean ? Anomaly.Kind.SPIKE : Anomaly.Kind.DROP,
            value,
            mean,
            pValue,
            pValue));
  }

  private static double held(double value) {
    return Math.min(LARGEST, Math.max(0, value));
  }

  private static Anomaly withAdjusted(Anomaly a, double adjusted) {
    return new Anomaly(
        a.series(), a.step(), a.time(), a.kind(), a.value(), a.expected(), a.pValue(), adjusted);
  }

  /** The past of one weekday. */
  private record Slot(int count, double mean, double variance) {
    /** The latest values at {@code last}, {@code last - season} and so on. */
    static Slot before(double[] values, int last, int season) {
      int count = 0;
      double mean = 0;
      double squares = 0;
      for (int t = last; t >= 0 && count < MOST; t -= season) {
        if (!Double.isNaN(values[t])) {
          double value = held(values[t]);
          count++;
          double deviation = value - mean;
          mean += deviation / count;
          squares += deviation * (value - mean);
        }
      }
      return new Slot(count, mean, count > 1 ? squares / (count - 1) : 0);
    }
  }
}
