package io.synkro.predict.evaluate;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.List;

/**
 * Weighted root mean squared scaled error of the M5 competition: series are added up to groups at
 * several levels; at each level the errors of groups, scaled by the changes of their history, are
 * weighted by value, and the mean is taken over levels. Source: Makridakis, Spiliotis &amp;
 * Assimakopoulos (2022), <a
 * href="https://doi.org/10.1016/j.ijforecast.2021.11.013">doi:10.1016/j.ijforecast.2021.11.013</a>,
 * equations 1 and 2. Immutable; safe for use by many threads.
 *
 * <p>The history of a group counts from its first demand on. A group whose history does not change
 * has no scale and is left out with its weight; M5 has none.
 */
public final class Wrmsse {
  private final List<Level> levels;

  private Wrmsse(List<Level> levels) {
    this.levels = levels;
  }

  /**
   * Prepares to score forecasts of series that have a common end.
   *
   * @param history demand of each series before the forecast, shape {@code [series][steps]}, all of
   *     one length; NaN counts as no demand
   * @param value weight of each series, zero or more: in M5 its revenue over the last 28 days
   * @param groups for each level the group of each series, numbered from 0; all 0 is the total, and
   *     0, 1, 2, ... are the series themselves
   * @return the measure
   */
  public static Wrmsse of(double[][] history, double[] value, List<int[]> groups) {
    Require.atLeast("history.length", history.length, 1, "");
    Require.atLeast("groups.size", groups.size(), 1, "give at least the series themselves");
    requireSeries("value.length", value.length, history.length);
    for (double each : value) {
      Require.nonNegative("value", each, "");
    }
    double[][] known = new double[history.length][];
    for (int i = 0; i < known.length; i++) {
      known[i] = Arrays.stream(history[i]).map(v -> Double.isNaN(v) ? 0 : v).toArray();
    }
    return new Wrmsse(groups.stream().map(group -> new Level(group, known, value)).toList());
  }

  /**
   * Scores forecasts.
   *
   * @param actual observed demand, shape {@code [series][steps]}; a step that is NaN is left out of
   *     every group that holds it
   * @param forecast same shape and unit
   * @return mean over levels, a ratio; lower is better; NaN if a level has no value or no scale
   */
  public double score(double[][] actual, double[][] forecast) {
    return Arrays.stream(byLevel(actual, forecast)).average().orElse(Double.NaN);
  }

  /**
   * Scores forecasts level by level.
   *
   * @param actual observed demand, shape {@code [series][steps]}; a step that is NaN is left out of
   *     every group that holds it
   * @param forecast same shape and unit
   * @return a ratio for each level, in the order given
   */
  public double[] byLevel(double[][] actual, double[][] forecast) {
    return levels.stream().mapToDouble(level -> level.score(actual, forecast)).toArray();
  }

  private static double[][] sums(double[][] series, int[] group) {
    int steps = series[0].length;
    double[][] sums = new double[Arrays.stream(group).max().orElse(-1) + 1][steps];
    for (int i = 0; i < series.length; i++) {
      Require.that(
          series[i].length == steps,
          "steps of series " + i,
          series[i].length,
          "must be those of the first one, " + steps,
          "begin short histories with zeros");
      for (int t = 0; t < steps; t++) {
        sums[group[i]][t] += series[i][t];
      }
    }
    return sums;
  }

  private static void requireSeries(String name, int length, int series) {
    Require.that(length == series, name, length, "must be the number of series, " + series, "");
  }

  /** One level of aggregation. */
  private static final class Level {
    private final int[] group; // of each series
    private final double[] scale; // root of the mean squared change of each group, NaN for none
    private final double[] weight; // of each group

    Level(int[] group, double[][] history, double[] value) {
      requireSeries("group.length", group.length, history.length);
      for (int each : group) {
        Require.atLeast("group", each, 0, "number groups from 0");
      }
      this.group = group.clone();
      double[][] sums = sums(history, group);
      this.scale = new double[sums.length];
      for (int g = 0; g < scale.length; g++) {
        int first = 0;
        while (first < sums[g].length && sums[g][first] == 0) {
          first++;
        }
        scale[g] = Math.sqrt(Accuracy.squaredChange(sums[g], first));
      }
      this.weight = new double[sums.length];
      for (int i = 0; i < group.length; i++) {
        weight[group[i]] += value[i];
      }
    }

    double score(double[][] actual, double[][] forecast) {
      requireSeries("actual.length", actual.length, group.length);
      requireSeries("forecast.length", forecast.length, group.length);
      double[][] happened = sums(actual, group);
      double[][] expected = sums(forecast, group);
      double sum = 0;
      double weights = 0;
      for (int g = 0; g < happened.length; g++) {
        if (weight[g] > 0 && !Double.isNaN(scale[g])) {
          sum += weight[g] * Accuracy.rmse(happened[g], expected[g]) / scale[g];
          weights += weight[g];
        }
      }
      return sum / weights;
    }
  }
}
