package io.synkro.predict.benchmarks.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The quantiles to beat: residuals over the root of the forecast, pooled in groups of forecasts of
 * similar size, times a scale of each series that is shrunk to that of all (conformal prediction by
 * groups, as a prototype had it).
 */
final class LevelConformal {
  private static final int GROUPS = 5;
  private static final double LEAST = 0.05;
  private static final double PRIOR = 28;

  /** Forecasts from one origin and what happened, shape {@code [series][step]}. */
  static final class Window {
    private final double[][] means;
    private final double[][] actual;

    Window(double[][] means, double[][] actual) {
      this.means = means;
      this.actual = actual;
    }
  }

  private final double[] edges;
  private final double[] factors;
  private final double[][] residuals;

  LevelConformal(List<Window> windows) {
    List<double[]> all = new ArrayList<>(); // series, forecast, residual over its root
    for (Window window : windows) {
      for (int i = 0; i < window.means.length; i++) {
        for (int h = 0; h < window.means[i].length; h++) {
          double mean = window.means[i][h];
          all.add(new double[] {i, mean, (window.actual[i][h] - mean) / unit(mean)});
        }
      }
    }
    this.factors = factors(windows.get(0).means.length, all);
    double[] means = all.stream().mapToDouble(r -> r[1]).sorted().toArray();
    this.edges = new double[GROUPS - 1];
    Arrays.setAll(edges, g -> means[(g + 1) * means.length / GROUPS]);
    this.residuals = new double[GROUPS][];
    for (int g = 0; g < GROUPS; g++) {
      int group = g;
      residuals[g] =
          all.stream()
              .filter(r -> group(r[1]) == group)
              .mapToDouble(r -> r[2] / factors[(int) r[0]])
              .sorted()
              .toArray();
    }
  }

  private static double[] factors(int series, List<double[]> all) {
    double usual = all.stream().mapToDouble(r -> Math.abs(r[2])).average().orElseThrow();
    double[] sums = new double[series];
    double[] counts = new double[series];
    for (double[] each : all) {
      sums[(int) each[0]] += Math.abs(each[2]) / usual;
      counts[(int) each[0]]++;
    }
    double[] factors = new double[series];
    Arrays.setAll(factors, i -> (sums[i] + PRIOR) / (counts[i] + PRIOR));
    return factors;
  }

  private static double unit(double mean) {
    return Math.sqrt(Math.max(LEAST, mean));
  }

  private int group(double mean) {
    int group = 0;
    while (group < edges.length && mean >= edges[group]) {
      group++;
    }
    return group;
  }

  double quantile(int series, double mean, double level) {
    double[] sorted = residuals[group(mean)];
    double rank = Math.max(0, Math.min(sorted.length - 1, (sorted.length + 1) * level - 1));
    int below = (int) rank;
    int above = Math.min(sorted.length - 1, below + 1);
    double residual = sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    return Math.max(0, mean + residual * unit(mean) * factors[series]);
  }
}
