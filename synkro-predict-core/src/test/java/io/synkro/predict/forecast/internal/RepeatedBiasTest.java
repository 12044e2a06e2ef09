package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatedBiasTest {
  @Test
  void originsThatDifferSayLittle() {
    // by hand: mean 0.2, variance 0.02: 1 - 0.02 / (2 * 0.04)
    assertThat(RepeatedBias.repeated(List.of(0.1, 0.3))).isCloseTo(0.75, within(1e-12));
    assertThat(RepeatedBias.repeated(List.of(0.2, 0.2, 0.2))).isCloseTo(1, within(1e-12));
    assertThat(RepeatedBias.repeated(List.of(-0.2, 0.25))).isZero();
    assertThat(RepeatedBias.repeated(List.of(0.2))).isZero();
    assertThat(RepeatedBias.repeated(List.of())).isZero();
  }

  @Test
  void medianIsTheForecastAfterOneOrigin() {
    assertThat(median(1)).isCloseTo(100, within(1e-9));
  }

  @Test
  void halfOfABiasThatAllOriginsShareIsRepeated() {
    // demand is about 105 where 100 is forecast
    assertThat(median(4)).isBetween(101.5, 103.0);
  }

  /** Of forecasts of 100 where demand is 105 give or take 5. */
  private static double median(int origins) {
    TimeAxis axis = TimeAxis.of(Frequency.YEARLY, LocalDate.of(1990, 1, 1));
    SplittableRandom random = new SplittableRandom(3);
    List<TimeSeries> series =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    new TimeSeries(
                        SeriesId.of("P" + i, "W"),
                        axis,
                        0,
                        random.doubles(40).map(u -> 105 + 10 * (u - 0.5)).toArray()))
            .toList();
    SeriesPanel full = SeriesPanel.of(series);
    double[] hundred = new double[40];
    Arrays.fill(hundred, 100);
    BacktestErrors errors = new BacktestErrors(1, 1);
    for (int o = 0; o < origins; o++) {
      errors.add(o, full.before(36 + o, 0), full, new double[][] {hundred});
    }
    double[] forecasts = new double[errors.size()];
    Arrays.fill(forecasts, 100);
    ErrorModel model = new Calibration(errors, forecasts, origins).model();
    ErrorTraits traits = ErrorTraits.of(series.get(0).values(), Frequency.YEARLY);
    return model.of(SeriesId.of("P0", "W"), traits).quantile(100, 0, 0.5);
  }
}
