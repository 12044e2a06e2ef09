package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Normal errors around a known mean; 40 series of 30 years, four origins of 5 steps each. */
class CalibrationTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.YEARLY, LocalDate.of(1990, 1, 1));
  private static final int SERIES = 40;
  private static final int HORIZON = 5;
  private static final int ORIGINS = 4;
  private static final int LENGTH = 50;

  /**
   * A calibration of forecasts that know the mean.
   *
   * @param past noise of each series before the first origin
   * @param future noise of each series from it on
   */
  private static Calibration of(double[] means, double[] past, double[] future) {
    SplittableRandom random = new SplittableRandom(11);
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < SERIES; i++) {
      double[] values = new double[LENGTH];
      for (int t = 0; t < LENGTH; t++) {
        double noise = t < LENGTH - ORIGINS * HORIZON ? past[i] : future[i];
        values[t] = Math.max(0, means[i] + noise * random.nextGaussian());
      }
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 0, values));
    }
    SeriesPanel full = SeriesPanel.of(series);
    double[] forecasts = new double[SERIES * HORIZON];
    Arrays.setAll(forecasts, k -> means[k / HORIZON]);
    BacktestErrors errors = new BacktestErrors(1, HORIZON);
    for (int o = 0; o < ORIGINS; o++) {
      int origin = LENGTH - (ORIGINS - o) * HORIZON;
      errors.add(o, full.before(origin, 0), full, new double[][] {forecasts});
    }
    double[] all = new double[errors.size()];
    Arrays.setAll(all, k -> errors.forecast(0, k));
    return new Calibration(errors, all, ORIGINS);
  }

  @Test
  void seriesThatVaryMuchErrMuchAtAnyLevel() {
    double[] means = new double[SERIES];
    double[] noise = new double[SERIES];
    Arrays.fill(means, 1000);
    Arrays.setAll(noise, i -> 1 + 3 * (i % 20));
    Calibration calibration = of(means, noise, noise);
    // 800 steps: standard deviation of the share 0.011, and errors of a step go together
    assertThat(calibration.accuracy(0.05, 0.95).coverage()).isBetween(0.86, 0.94);
    assertThat(calibration.accuracy(0.25, 0.75).coverage()).isBetween(0.44, 0.56);
    assertThat(calibration.origins()).isEqualTo(ORIGINS);
    // normal errors of sd s: pinball loss at its best level q is s phi(z_q), CRPS s / sqrt(pi)
    // (Gneiting & Raftery 2007, equation 21); the mean s is 29.5
    assertThat(calibration.accuracy(0.05, 0.95).crps())
        .isCloseTo(29.5 / Math.sqrt(Math.PI), withinPercentage(12));
  }

  @Test
  void seriesWhosePastSaysNothingErrByTheirLevel() {
    double[] means = new double[SERIES];
    double[] past = new double[SERIES];
    double[] future = new double[SERIES];
    for (int i = 0; i < SERIES; i++) {
      means[i] = 50 + 100.0 * (i % 10);
      past[i] = i % 2 == 0 ? 0.1 : means[i] / 4;
      future[i] = 0.2 * means[i];
    }
    Calibration calibration = of(means, past, future);
    assertThat(calibration.accuracy(0.05, 0.95).coverage()).isBetween(0.86, 0.94);
  }
}
