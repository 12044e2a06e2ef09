package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.StaticAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The items that a new one is compared with and the part of their demand that counts: the first
 * steps after their launch. A launch is known if the item's first sale lies more than a season
 * after the panel's start, or its series begins later than the panel. With fewer than eight known
 * launches it is the last steps of all items instead. The step of the first sale is left out, since
 * something is always sold on it. Not changed after its creation.
 */
final class KnownItems {
  private static final int LEAST_LAUNCHES = 8;
  private static final int LONGEST_LEAST = 12;

  private final SeriesPanel demand;
  private final int length;
  private final int[] series;
  private final int[] from;

  KnownItems(SeriesPanel demand, int horizon) {
    this.demand = demand;
    this.length = steps(demand, horizon);
    int begin = IntStream.range(0, demand.size()).map(demand::start).min().orElseThrow();
    int season = demand.axis().frequency().seasonLength();
    int[] launches =
        IntStream.range(0, demand.size())
            .filter(i -> demand.start(i) > begin || firstSale(i) > season)
            .filter(i -> isKnown(i, firstSale(i) + 1))
            .toArray();
    if (launches.length >= LEAST_LAUNCHES) {
      series = launches;
      from = IntStream.of(launches).map(i -> firstSale(i) + 1).toArray();
    } else {
      series = IntStream.range(0, demand.size()).filter(i -> isKnown(i, last(i))).toArray();
      from = IntStream.of(series).map(this::last).toArray();
    }
  }

  /** How many steps count: the horizon, at least a season of up to twelve steps. */
  static int steps(SeriesPanel demand, int horizon) {
    return Math.max(horizon, Math.min(LONGEST_LEAST, demand.axis().frequency().seasonLength()));
  }

  private int firstSale(int i) {
    for (int t = 0; t < demand.length(i); t++) {
      if (demand.value(i, t) > 0) {
        return t;
      }
    }
    return demand.length(i);
  }

  private int last(int i) {
    return Math.max(firstSale(i) + 1, demand.length(i) - length);
  }

  /** Whether half of the steps were observed. */
  private boolean isKnown(int i, int begin) {
    int known = 0;
    for (int t = begin; t < Math.min(begin + length, demand.length(i)); t++) {
      known += Double.isNaN(demand.value(i, t)) ? 0 : 1;
    }
    return 2 * known >= length;
  }

  int size() {
    return series.length;
  }

  int steps() {
    return length;
  }

  /** Demand of a step that counts; NaN where it is missing. */
  double demand(int item, int step) {
    int t = from[item] + step;
    return t < demand.length(series[item]) ? demand.value(series[item], t) : Double.NaN;
  }

  /** Number of a step since 1970, which does not depend on the panel's axis. */
  long time(int item, int step) {
    return demand.axis().sinceEpoch((long) demand.start(series[item]) + from[item] + step);
  }

  int position(int item) {
    return series[item];
  }

  /** Texts by which a series is compared: warehouse, then attributes; empty where unknown. */
  static List<String> traits(SeriesPanel panel, int i) {
    List<String> traits = new ArrayList<>();
    traits.add(panel.id(i).warehouse().value());
    for (StaticAttribute attribute : panel.attributes()) {
      String text = attribute.value(i);
      traits.add(text.equals(SeriesPanelBuilder.UNKNOWN) ? "" : text);
    }
    return traits;
  }

  /** Names of {@link #traits}. */
  static List<String> names(SeriesPanel panel) {
    List<String> names = new ArrayList<>(List.of("warehouse"));
    panel.attributes().forEach(a -> names.add(a.name()));
    return names;
  }

  /**
   * How much of the variance of values lies between groups: the intraclass correlation by analysis
   * of variance (Searle, Casella &amp; McCulloch 1992, Variance Components, section 3.6); 0 if
   * chance explains it.
   */
  static double between(double[] values, List<String> groups) {
    Map<String, double[]> sums = new HashMap<>();
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int k = 0; k < values.length; k++) {
      if (!groups.get(k).isEmpty()) {
        double[] group = sums.computeIfAbsent(groups.get(k), g -> new double[2]);
        group[0]++;
        group[1] += values[k];
        sum += values[k];
        squares += values[k] * values[k];
        count++;
      }
    }
    int between = sums.size() - 1;
    int within = count - sums.size();
    if (between < 1 || within < 1) {
      return 0;
    }
    double explained = -sum * sum / count;
    double sizes = 0;
    for (double[] group : sums.values()) {
      explained += group[1] * group[1] / group[0];
      sizes += group[0] * group[0];
    }
    double total = squares - sum * sum / count;
    double meanBetween = explained / between;
    double meanWithin = Math.max(1e-12 * (1 + total), total - explained) / within;
    // mean plus two standard deviations of the ratio that chance gives, for many degrees of freedom
    double chance = 1 + 2 * Math.sqrt(2.0 / between + 2.0 / within);
    if (meanBetween < chance * meanWithin) {
      return 0;
    }
    double size = (count - sizes / count) / between;
    double component = (meanBetween - meanWithin) / size;
    return component / (component + meanWithin);
  }
}
