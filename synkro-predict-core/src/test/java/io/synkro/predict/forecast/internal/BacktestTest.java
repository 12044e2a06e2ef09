package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.ProgressListener;
import io.synkro.predict.forecast.BacktestReport;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Yearly series, so that seasonal naive repeats the last value; sums are worked out by hand. */
class BacktestTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.YEARLY, LocalDate.of(2000, 1, 1));
  private static final double NAN = Double.NaN;

  private static TimeSeries series(String name, int start, double... values) {
    return new TimeSeries(SeriesId.of(name, "W"), AXIS, start, values);
  }

  private static Backtest run(SeriesPanel panel, int origins) {
    Backtest backtest = new Backtest(panel, 2, List.of(new SeasonalNaive(2), new SeasonalMean(2)));
    backtest.run(origins, ProgressListener.none());
    return backtest;
  }

  @Test
  void originsLieOneHorizonApartAndSeeNothingAfterThem() {
    // origins before steps 4 and 6: naive forecasts 4, 4 and 6, 6
    Backtest backtest = run(SeriesPanel.of(List.of(series("A", 0, 1, 2, 3, 4, 5, 6, 7, 8))), 2);
    BacktestErrors errors = backtest.errors();
    assertThat(errors.size()).isEqualTo(4);
    assertThat(new double[] {errors.forecast(0, 0), errors.forecast(0, 2)}).containsExactly(4, 6);
    assertThat(new double[] {errors.actual(0), errors.actual(1), errors.actual(2)})
        .containsExactly(5, 6, 7);
    assertThat(errors.level(0)).isEqualTo(2.5); // mean of 1 … 4
    BacktestReport report = backtest.report(0, 2, 0.05, 0.95);
    // errors 1, 2, 1, 2 of demand 5 + 6 + 7 + 8
    assertThat(report.reference().wape()).isCloseTo(6 / 26.0, within(1e-12));
    assertThat(report.reference().bias()).isCloseTo(-6 / 26.0, within(1e-12));
    assertThat(report.observations()).isEqualTo(4);
    // one-year changes of the history are 1, so mase is the mean error
    assertThat(report.reference().mase()).isCloseTo(1.5, within(1e-12));
    assertThat(report.reference().rmsse()).isCloseTo(Math.sqrt(2.5), within(1e-12));
    // errors 1 and 2 over the root of the forecast, 4 or 6, give 4.82 to 5.63 and 7.22 to 8.45
    // for the other origin, whose demand was 5, 6 and 7, 8
    assertThat(report.coverage()).isEqualTo(2 / 4.0);
  }

  @Test
  void theCandidateWithTheLeastErrorIsChosen() {
    // a straight line is closer to its last value, a zigzag to its mean
    assertThat(run(SeriesPanel.of(List.of(series("A", 0, 1, 2, 3, 4, 5, 6, 7, 8))), 2).best())
        .isZero();
    assertThat(run(SeriesPanel.of(List.of(series("A", 0, 1, 9, 1, 9, 1, 9, 1, 9))), 2).best())
        .isEqualTo(1);
  }

  @Test
  void coverageIsUnknownIfOneOriginHasAllTheErrors() {
    SeriesPanel panel = SeriesPanel.of(List.of(series("A", 0, 1, 2, 3, 4, NAN, NAN, 7, 8)));
    BacktestReport report = run(panel, 2).report(0, 2, 0.05, 0.95);
    assertThat(report.observations()).isEqualTo(2);
    assertThat(report.coverage()).isNaN();
  }

  @Test
  void seriesThatComeAndGoAreJudgedWhereTheyWereObserved() {
    SeriesPanel panel =
        SeriesPanel.of(
            List.of(
                series("new", 7, 3),
                series("gone", 0, 1, 2, 3, 4, 5),
                series("there", 0, 1, 2, 3, 4, 5, 6, 7, 8)));
    // gone: one step after the first origin; there: four; new: none, it was unknown before
    assertThat(run(panel, 2).errors().size()).isEqualTo(5);
  }

  @Test
  void originsMustFitTheHistory() {
    // yearly seasons have one step, so three steps are left to learn from
    List<Integer> possible = new ArrayList<>();
    for (int length = 1; length <= 9; length++) {
      SeriesPanel panel = SeriesPanel.of(List.of(series("A", 0, new double[length])));
      possible.add(Backtest.possibleOrigins(panel, 2, 2));
    }
    assertThat(possible).containsExactly(0, 0, 0, 0, 1, 1, 2, 2, 2);
  }
}
