package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.ProgressListener;
import io.synkro.predict.forecast.MemberAccuracy;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    assertThat(errors.run(0).level()).isEqualTo(2.5); // mean of 1 … 4
    assertThat(errors.run(0).spread()).isEqualTo(1 + 0.01 * 2.5 + 1e-6); // see DemandSpread
    MemberAccuracy naive = backtest.judge("naive", backtest.ofMember(0));
    // errors 1, 2, 1, 2 of demand 5 + 6 + 7 + 8
    assertThat(naive.wape()).isCloseTo(6 / 26.0, within(1e-12));
    assertThat(naive.bias()).isCloseTo(-6 / 26.0, within(1e-12));
    // one-year changes of the history are 1, so mase is the mean error
    assertThat(naive.mase()).isCloseTo(1.5, within(1e-12));
    assertThat(naive.rmsse()).isCloseTo(Math.sqrt(2.5), within(1e-12));
    // of the errors 1 and 2 of the one other origin the bias is not repeated: half a unit to either
    // side, scaled by the spreads 1.025 and 1.035; in whole units 4 to 4, and 5 to 7 with the 7
    Calibration calibration = new Calibration(errors, backtest.ofMember(0), 2);
    assertThat(calibration.accuracy(0.05, 0.95).coverage()).isEqualTo(0.25);
  }

  @Test
  void theMemberWithTheLeastErrorIsChosen() {
    // a straight line is closer to its last value, a level with single jumps to its mean
    assertThat(chosen(1, 2, 3, 4, 5, 6, 7, 8)).isEqualTo("seasonal naive");
    assertThat(chosen(5, 5, 5, 9, 5, 1, 5, 5)).isEqualTo("seasonal mean");
  }

  private static String chosen(double... values) {
    Backtest backtest = run(SeriesPanel.of(List.of(series("A", 0, values))), 2);
    Map<Segment, Blend> blends =
        new BlendChoice(backtest.errors(), new boolean[2], new boolean[2]).blends();
    String name = Ensemble.text(blends, List.of("seasonal naive", "seasonal mean"));
    int member = name.equals("seasonal naive") ? 0 : 1;
    assertThat(backtest.blended(blends)).containsExactly(backtest.ofMember(member));
    return name;
  }

  @Test
  void coverageIsUnknownIfOneOriginHasAllTheErrors() {
    SeriesPanel panel = SeriesPanel.of(List.of(series("A", 0, 1, 2, 3, 4, NAN, NAN, 7, 8)));
    Backtest backtest = run(panel, 2);
    assertThat(backtest.errors().size()).isEqualTo(2);
    Calibration calibration = new Calibration(backtest.errors(), backtest.ofMember(0), 2);
    assertThat(calibration.accuracy(0.05, 0.95).coverage()).isNaN();
  }

  @Test
  void aMemberWithoutAForecastHasThatOfTheReference() {
    // origin before step 5, horizon 1: the last value 4; the members say nothing and 4.5
    BacktestErrors errors = new BacktestErrors(3, 1);
    SeriesPanel full = SeriesPanel.of(List.of(series("A", 0, 1, 2, 3, 4, 5)));
    errors.add(0, full.before(4, 0), full, new double[][] {{4}, {NAN}, {4.5}});
    double[] all = new double[3];
    errors.copyForecasts(0, all);
    assertThat(all).containsExactly(4, 4, 4.5);
  }

  @Test
  void lossesAreAbsoluteForRegularAndSquaredForIntermittentDemand() {
    SeriesPanel full =
        SeriesPanel.of(List.of(series("A", 0, 1, 2, 3, 4, 6), series("B", 0, 4, 0, 0, 0, 3)));
    BacktestErrors errors = new BacktestErrors(1, 1);
    errors.add(0, full.before(4, 0), full, new double[][] {{4, 1}});
    // error 2 over a spread of 1 + 0.025 + 1e-6; error 2 squared over a level of 1
    assertThat(errors.loss(0, 4)).isCloseTo(2 / 1.025001, within(1e-12));
    assertThat(errors.loss(1, 1)).isCloseTo(4, within(1e-12));
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
