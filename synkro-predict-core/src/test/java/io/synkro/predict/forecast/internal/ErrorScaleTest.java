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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Errors of series A are 1 and of series B 3, at a forecast of 1, so that a usual one is 2. */
class ErrorScaleTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.YEARLY, LocalDate.of(2000, 1, 1));
  private static final SeriesId A = SeriesId.of("A", "W");
  private static final SeriesId B = SeriesId.of("B", "W");

  private static BacktestErrors errors(int each) {
    BacktestErrors errors = new BacktestErrors(1, each);
    double[] ofA = new double[each + 3];
    Arrays.fill(ofA, 2);
    double[] ofB = new double[each + 3];
    Arrays.fill(ofB, 4);
    ofA[1] = 3;
    ofB[1] = 9;
    SeriesPanel full =
        SeriesPanel.of(List.of(new TimeSeries(A, AXIS, 0, ofA), new TimeSeries(B, AXIS, 0, ofB)));
    double[] forecasts = new double[2 * each];
    Arrays.fill(forecasts, 1);
    errors.add(0, full.before(3, 0), full, new double[][] {forecasts});
    return errors;
  }

  private static int[] all(BacktestErrors errors) {
    return IntStream.range(0, errors.size()).toArray();
  }

  private static double[] ones(BacktestErrors errors) {
    double[] forecasts = new double[errors.size()];
    Arrays.fill(forecasts, 1);
    return forecasts;
  }

  @Test
  void factorsOfSeriesAreShrunkByAHundredErrors() {
    BacktestErrors ten = errors(10);
    ErrorScale few = ErrorScale.byLevel(ten, ones(ten), all(ten));
    assertThat(few.factor(A)).isCloseTo((10 * 0.5 + 100) / 110, within(1e-12));
    assertThat(few.factor(B)).isCloseTo((10 * 1.5 + 100) / 110, within(1e-12));
    assertThat(few.factor(SeriesId.of("C", "W"))).isEqualTo(1);
    BacktestErrors hundreds = errors(300);
    ErrorScale many = ErrorScale.byLevel(hundreds, ones(hundreds), all(hundreds));
    assertThat(many.factor(A)).isCloseTo((300 * 0.5 + 100) / 400, within(1e-12));
  }

  @Test
  void onlyErrorsThatAreUsedCount() {
    BacktestErrors errors = errors(10);
    // three of A and one of B: a usual error is 1.5
    ErrorScale scale = ErrorScale.byLevel(errors, ones(errors), new int[] {0, 1, 2, 10});
    assertThat(scale.factor(A)).isCloseTo((3 / 1.5 + 100) / 103, within(1e-12));
    assertThat(scale.factor(B)).isCloseTo((3 / 1.5 + 100) / 101, within(1e-12));
  }

  @Test
  void theSpreadIsAUnitWhateverTheForecast() {
    BacktestErrors errors = errors(10);
    // changes 1, 1 at a mean of 7 / 3, and 5, 5 at a mean of 17 / 3; see DemandSpread
    double ofA = 1 + 0.07 / 3 + 1e-6;
    double ofB = 5 + 0.17 / 3 + 1e-6;
    ErrorScale scale = ErrorScale.bySpread(errors, ones(errors), all(errors));
    assertThat(scale.unit(1, ofA)).isEqualTo(scale.unit(9, ofA)).isEqualTo(ofA);
    assertThat(scale.key(6, 3)).isEqualTo(2);
    double usual = (1 / ofA + 3 / ofB) / 2;
    assertThat(scale.factor(B)).isCloseTo((10 * 3 / ofB / usual + 100) / 110, within(1e-12));
    assertThat(scale.of(9, errors.run(0))).isCloseTo(ofA * scale.factor(A), within(1e-12));
  }

  @Test
  void theLevelIsAUnitWhateverTheSpread() {
    BacktestErrors errors = errors(10);
    ErrorScale scale = ErrorScale.byLevel(errors, ones(errors), all(errors));
    // one forecast alone says nothing of the power, which is then that of counts
    assertThat(scale.unit(9, 1)).isEqualTo(3);
    assertThat(scale.unit(0, 1)).isCloseTo(Math.sqrt(0.05), within(1e-12));
    assertThat(scale.key(9, 3)).isEqualTo(9);
  }

  @Test
  void oneWildErrorIsNoTraitOfItsSeries() {
    BacktestErrors errors = errors(10);
    double[] forecasts = ones(errors);
    forecasts[0] = 1e9;
    // errors of 1 and 3 and a wild one that counts as 20 of the median, 3
    double usual = (60 + 9 * 1 + 10 * 3) / 20.0;
    ErrorScale scale = ErrorScale.bySpread(errors, forecasts, all(errors));
    assertThat(scale.factor(A)).isLessThan(1.1 + 10 * 20 / usual);
    assertThat(scale.factor(B)).isGreaterThan(0.8);
  }

  @Test
  void forecastsWithoutAnErrorHaveNoFactors() {
    BacktestErrors errors = errors(2);
    double[] perfect = {2, 2, 4, 4};
    assertThat(ErrorScale.byLevel(errors, perfect, all(errors)).factor(A)).isEqualTo(1);
  }
}
