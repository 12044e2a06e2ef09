package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.evaluate.Accuracy;
import io.synkro.predict.evaluate.IntervalScores;
import io.synkro.predict.evaluate.QuantileScores;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How good the forecasts of a set are, by its published protocol: means over series of their own
 * MASE and sMAPE, and the quantile loss of all steps over all demand, at 0.1, 0.2, … 0.9.
 *
 * @param mase with the season of the set; series without a seasonal change take the change of a
 *     step, constant ones are left out
 * @param smape in percent
 * @param weightedQuantileLoss NaN without quantiles
 * @param msis of 95 % intervals, with the change of a step as its unit; NaN without quantiles
 * @param coverage of 90 % intervals; NaN without quantiles
 */
record SetScores(
    double mase, double smape, double weightedQuantileLoss, double msis, double coverage) {
  private static final double[] LEVELS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

  static SetScores of(SeriesSet set, PanelForecast forecast) {
    Map<SeriesId, double[]> points = new HashMap<>();
    DoubleArray actual = new DoubleArray();
    List<double[]> quantiles = new ArrayList<>();
    DoubleArray msis = new DoubleArray();
    DoubleArray inside = new DoubleArray();
    for (SeriesSet.Series series : set.series()) {
      DemandForecast of = forecast.find(SetPanel.id(series)).orElse(null);
      points.put(SetPanel.id(series), steps(set, of, -1));
      actual.addAll(series.test());
      for (int h = 0; h < set.horizon(); h++) {
        quantiles.add(quantiles(of, h));
      }
      double[] low = steps(set, of, 0.025);
      double[] high = steps(set, of, 0.975);
      double unit = Accuracy.naiveError(series.train(), 1);
      msis.add(IntervalScores.of(series.test(), low, high, 0.95).msis(unit));
      double[] low90 = steps(set, of, 0.05);
      double[] high90 = steps(set, of, 0.95);
      inside.add(IntervalScores.of(series.test(), low90, high90, 0.9).coverage());
    }
    SetScores alone = ofPoints(set, points);
    return new SetScores(
        alone.mase,
        alone.smape,
        QuantileScores.weightedQuantileLoss(
            actual.toArray(), quantiles.toArray(double[][]::new), LEVELS),
        meanOfFinite(msis),
        meanOfFinite(inside));
  }

  /** A series that could not be forecast counts as a forecast of zero. */
  private static double[] steps(SeriesSet set, @Nullable DemandForecast forecast, double level) {
    double[] steps = new double[set.horizon()];
    for (int h = 0; h < steps.length && forecast != null; h++) {
      steps[h] = level < 0 ? forecast.mean(h) : forecast.quantile(h, level);
    }
    return steps;
  }

  private static double[] quantiles(@Nullable DemandForecast forecast, int step) {
    return Arrays.stream(LEVELS)
        .map(level -> forecast == null ? 0 : forecast.quantile(step, level))
        .toArray();
  }

  static SetScores ofPoints(SeriesSet set, Map<SeriesId, double[]> points) {
    DoubleArray mase = new DoubleArray();
    DoubleArray smape = new DoubleArray();
    for (SeriesSet.Series series : set.series()) {
      double[] forecast = Objects.requireNonNull(points.get(SetPanel.id(series)));
      double unit = Accuracy.naiveError(series.train(), set.season());
      if (Double.isNaN(unit)) {
        unit = Accuracy.naiveError(series.train(), 1);
      }
      mase.add(Accuracy.mae(series.test(), forecast) / unit);
      smape.add(Accuracy.smape(series.test(), forecast));
    }
    return new SetScores(
        meanOfFinite(mase), meanOfFinite(smape), Double.NaN, Double.NaN, Double.NaN);
  }

  private static double meanOfFinite(DoubleArray values) {
    return Arrays.stream(values.toArray()).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
