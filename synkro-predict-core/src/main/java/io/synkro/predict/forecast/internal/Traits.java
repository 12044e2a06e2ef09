package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.AttributeNames;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.StaticAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By what items are alike, and how much that tells of a number. Stateless. */
final class Traits {
  private Traits() {}

  /** Texts by which a series is compared: warehouse, then attributes; empty where unknown. */
  static List<String> of(SeriesPanel panel, int i) {
    List<String> traits = new ArrayList<>();
    traits.add(panel.id(i).warehouse().value());
    for (StaticAttribute attribute : known(panel)) {
      String text = attribute.value(i);
      traits.add(text.equals(SeriesPanelBuilder.UNKNOWN) ? "" : text);
    }
    return traits;
  }

  /** What the texts are. */
  static List<String> names(SeriesPanel panel) {
    List<String> names = new ArrayList<>(List.of("warehouse"));
    known(panel).forEach(a -> names.add(a.name()));
    return names;
  }

  /** All but that which says today what no past step knew. */
  private static List<StaticAttribute> known(SeriesPanel panel) {
    return panel.attributes().stream()
        .filter(a -> !a.name().equals(AttributeNames.DISCONTINUED))
        .toList();
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
