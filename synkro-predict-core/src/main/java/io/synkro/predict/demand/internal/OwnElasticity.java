package io.synkro.predict.demand.internal;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The elasticity that one series shows by itself.
 *
 * @param observations number of steps used
 * @param value the elasticity; NaN if prices do not show it
 * @param standardError of the value; NaN with it
 */
public record OwnElasticity(int observations, double value, double standardError) {
  private static final int LEAST_SALES = 12;
  private static final int LEAST_SPARE = 12;
  private static final int MOST_DUMMIES = 7;
  private static final int HARMONICS = 3;
  private static final int MOST_BLOCKS = 30;
  private static final double LEAST_SPREAD = 0.01;

  /** Estimates less sure than this say nothing. */
  private static final double MOST_ERROR = 10;

  /**
   * Estimates.
   *
   * @param demand observed demand
   * @param series position of the series
   * @return the estimate
   */
  public static OwnElasticity of(SeriesPanel demand, int series) {
    Optional<Covariate> price = demand.covariate(CovariateNames.PRICE);
    if (price.isEmpty()) {
      return new OwnElasticity(0, Double.NaN, Double.NaN);
    }
    List<Integer> steps = steps(demand, series, price.get());
    double[] units = steps.stream().mapToDouble(t -> demand.value(series, t)).toArray();
    double[][] rows = rows(demand, series, price.get(), steps);
    boolean enough = units.length > 0 && units.length >= rows[0].length + LEAST_SPARE;
    if (!enough || sales(units) < LEAST_SALES || spread(rows) < LEAST_SPREAD) {
      return new OwnElasticity(units.length, Double.NaN, Double.NaN);
    }
    return PoissonRegression.fit(rows, units)
        .filter(fit -> fit.standardError() > 0 && fit.standardError() < MOST_ERROR)
        .map(fit -> new OwnElasticity(units.length, fit.coefficient(), fit.standardError()))
        .orElse(new OwnElasticity(units.length, Double.NaN, Double.NaN));
  }

  /** Observed steps with a price, without blocks that sold nothing, which have no level. */
  private static List<Integer> steps(SeriesPanel demand, int series, Covariate price) {
    int block = block(demand, series);
    List<Integer> steps = new ArrayList<>();
    for (int begin = 0; begin < demand.length(series); begin += block) {
      List<Integer> found = new ArrayList<>();
      double sum = 0;
      for (int t = begin; t < Math.min(begin + block, demand.length(series)); t++) {
        if (!Double.isNaN(demand.value(series, t)) && price.value(series, t) > 0) {
          found.add(t);
          sum += demand.value(series, t);
        }
      }
      if (sum > 0) {
        steps.addAll(found);
      }
    }
    return steps;
  }

  /** Steps over which the level is taken to be one. */
  private static int block(SeriesPanel demand, int series) {
    int steps =
        switch (demand.axis().frequency()) {
          case HOURLY -> 14 * 24;
          case DAILY -> 56;
          case WEEKLY -> 26;
          case MONTHLY, QUARTERLY, YEARLY -> 12;
        };
    return Math.max(steps, demand.length(series) / MOST_BLOCKS + 1);
  }

  private static double sales(double[] units) {
    int count = 0;
    for (double value : units) {
      count += value > 0 ? 1 : 0;
    }
    return count;
  }

  private static double spread(double[][] rows) {
    double sum = 0;
    double squares = 0;
    for (double[] row : rows) {
      sum += row[0];
      squares += row[0] * row[0];
    }
    double mean = sum / rows.length;
    return Math.sqrt(Math.max(0, squares / rows.length - mean * mean));
  }

  /** Log price, promotion if there was any, season and one level a block. */
  private static double[][] rows(
      SeriesPanel demand, int series, Covariate price, List<Integer> steps) {
    int block = block(demand, series);
    TreeMap<Integer, Integer> blocks = new TreeMap<>();
    steps.forEach(t -> blocks.putIfAbsent(t / block, blocks.size()));
    Optional<Covariate> promotion =
        demand
            .covariate(CovariateNames.PROMOTION)
            .filter(p -> steps.stream().anyMatch(t -> p.value(series, t) > 0));
    double[][] rows = new double[steps.size()][];
    for (int r = 0; r < rows.length; r++) {
      int t = steps.get(r);
      DoubleArray row = new DoubleArray();
      row.add(StrictMath.log(price.value(series, t)));
      promotion.ifPresent(p -> row.add(p.value(series, t) > 0 ? p.value(series, t) : 0));
      addSeason(row, t, demand.axis().frequency());
      for (int b = 0; b < blocks.size(); b++) {
        row.add(blocks.getOrDefault(t / block, -1) == b ? 1 : 0);
      }
      rows[r] = row.toArray();
    }
    return rows;
  }

  private static void addSeason(DoubleArray row, int t, Frequency frequency) {
    int season = frequency.seasonLength();
    if (season <= MOST_DUMMIES) {
      for (int s = 1; s < season; s++) {
        row.add(t % season == s ? 1 : 0);
      }
      return;
    }
    for (int k = 1; k <= HARMONICS; k++) {
      double angle = 2 * StrictMath.PI * k * t / season;
      row.add(StrictMath.sin(angle));
      row.add(StrictMath.cos(angle));
    }
  }
}
