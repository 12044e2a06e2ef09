package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.univariate.CountDispersion;
import io.synkro.predict.univariate.NegativeBinomial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ErrorModelTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private static final SeriesId ID = SeriesId.of("P0", "W");

  /** Spread of every series: each is known by one value of 1. */
  private static final double SPREAD = DemandSpread.ofErrors(new double[] {1}, Frequency.DAILY);

  /** Of demand whose errors stand as they are; see {@link RepeatedBias} for regular demand. */
  private static final ErrorTraits MEASURED =
      new ErrorTraits(Segment.INTERMITTENT, SPREAD, false, CountDispersion.NONE);

  private static final ErrorTraits COUNTED =
      new ErrorTraits(Segment.REGULAR, SPREAD, true, CountDispersion.NONE);

  /** Errors of one member for one series, whose own factor is 1: run i was forecast means[i]. */
  private static BacktestErrors errors(double[] means, double[][] actuals) {
    BacktestErrors errors = new BacktestErrors(1, actuals[0].length);
    for (int i = 0; i < means.length; i++) {
      add(errors, 0, new double[] {means[i]}, new double[][] {actuals[i]});
    }
    return errors;
  }

  private static double[] forecasts(BacktestErrors errors) {
    return IntStream.range(0, errors.size()).mapToDouble(k -> errors.forecast(0, k)).toArray();
  }

  private static ErrorModel model(BacktestErrors errors, int... used) {
    double[] forecasts = forecasts(errors);
    return new ErrorModel(errors, forecasts, used);
  }

  private static ErrorModel model(BacktestErrors errors) {
    return model(errors, IntStream.range(0, errors.size()).toArray());
  }

  private static ErrorModel.OfSeries usual(BacktestErrors errors) {
    return model(errors).of(ID, MEASURED);
  }

  private static void add(BacktestErrors errors, int origin, double[] means, double[][] actuals) {
    int horizon = actuals[0].length;
    List<TimeSeries> series = new ArrayList<>();
    double[] forecasts = new double[means.length * horizon];
    for (int i = 0; i < means.length; i++) {
      double[] values = new double[horizon + 1];
      values[0] = 1;
      System.arraycopy(actuals[i], 0, values, 1, horizon);
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 0, values));
      Arrays.fill(forecasts, i * horizon, (i + 1) * horizon, means[i]);
    }
    SeriesPanel full = SeriesPanel.of(series);
    errors.add(origin, full.before(1, 0), full, new double[][] {forecasts});
  }

  /** One step ahead, {@code n} series whose errors grow with their mean as {@code spread} says. */
  private static BacktestErrors random(int n, long seed, DoubleUnaryOperator spread) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[n];
    double[][] actuals = new double[n][1];
    for (int i = 0; i < n; i++) {
      means[i] = Math.exp(1 + 8 * random.nextDouble());
      double sign = random.nextBoolean() ? 1 : -1;
      actuals[i][0] = means[i] + sign * spread.applyAsDouble(means[i]);
    }
    return errors(means, actuals);
  }

  @Test
  void quantilesAreThoseOfTheErrorsWithTheFiniteSampleCorrection() {
    // mean 1, so that the scale is 1 whatever the power; errors 0 … 8, n = 9:
    // rank of level q is (n + 1) q: 0.5 -> the 5th = 4; 0.9 -> the 9th = 8; 0.25 -> 2.5th = 1.5
    double[] means = new double[9];
    double[][] actuals = new double[9][1];
    for (int i = 0; i < 9; i++) {
      means[i] = 1;
      actuals[i][0] = 1 + i;
    }
    ErrorModel.OfSeries model = usual(errors(means, actuals));
    assertThat(model.quantile(1, 0, 0.5)).isCloseTo(5, within(1e-12));
    assertThat(model.quantile(1, 0, 0.9)).isCloseTo(9, within(1e-12));
    assertThat(model.quantile(1, 0, 0.25)).isCloseTo(2.5, within(1e-12));
    // nine errors cannot tell the ends: the least and largest stand in
    assertThat(model.quantile(1, 0, 0.001)).isCloseTo(1, within(1e-12));
    assertThat(model.quantile(1, 0, 0.999)).isCloseTo(9, within(1e-12));
    // root of the mean of 0, 1, 4 … 64: sqrt(204 / 9)
    assertThat(model.sd(1, 0)).isCloseTo(Math.sqrt(204 / 9.0), within(1e-12));
  }

  private static double deviationByLevel(BacktestErrors errors, double mean) {
    double[] forecasts = forecasts(errors);
    int[] all = IntStream.range(0, errors.size()).toArray();
    ErrorScale scale = ErrorScale.byLevel(errors, forecasts, all);
    PooledErrors pool = new PooledErrors(errors, forecasts, all, scale);
    return pool.of(mean, 1, 0).deviation() * scale.unit(mean, 1);
  }

  @Test
  void errorsOfCountsScaleWithTheRootAndThoseOfSharesWithTheMean() {
    // Taylor's law by construction: |error| = mean^0.5, then 0.2 mean; all means share one group
    BacktestErrors counts = random(300, 1, Math::sqrt);
    assertThat(deviationByLevel(counts, 100) / deviationByLevel(counts, 1))
        .isCloseTo(10, within(1e-6));
    BacktestErrors shares = random(300, 1, mean -> 0.2 * mean);
    assertThat(deviationByLevel(shares, 100) / deviationByLevel(shares, 1))
        .isCloseTo(100, within(1e-6));
    assertThat(deviationByLevel(shares, 50)).isCloseTo(10, within(1e-6));
    // steeper than shares or flatter than counts is not believed
    BacktestErrors flat = random(300, 1, mean -> 3);
    assertThat(deviationByLevel(flat, 100) / deviationByLevel(flat, 1)).isCloseTo(10, within(1e-6));
  }

  @Test
  void aQuantileIsTheMeanOfThoseByLevelAndBySpread() {
    // forecasts 4 and 16 of series that all change alike, errors of +-2 and +-4: roots of the means
    double[] means = new double[200];
    double[][] actuals = new double[200][1];
    for (int i = 0; i < 200; i++) {
      means[i] = i % 2 == 0 ? 4 : 16;
      actuals[i][0] = means[i] + (i % 4 < 2 ? -1 : 1) * Math.sqrt(means[i]);
    }
    ErrorModel.OfSeries model = usual(errors(means, actuals));
    // by level an error is the root of the forecast; by spread the 0.9 quantile of all errors is 4
    assertThat(model.quantile(4, 0, 0.9)).isCloseTo(4 + (2 + 4) / 2.0, within(0.01));
    assertThat(model.quantile(16, 0, 0.9)).isCloseTo(16 + (4 + 4) / 2.0, within(0.01));
  }

  @Test
  void stepsThatErrTogetherAreCorrelatedAndOthersAreNot() {
    SplittableRandom random = new SplittableRandom(5);
    double[] means = new double[400];
    double[][] together = new double[400][4];
    double[][] apart = new double[400][4];
    for (int i = 0; i < 400; i++) {
      means[i] = 100;
      double common = random.nextDouble() < 0.5 ? -5 : 5;
      for (int h = 0; h < 4; h++) {
        together[i][h] = 100 + common;
        apart[i][h] = 100 + (random.nextDouble() < 0.5 ? -5 : 5);
      }
    }
    // equal errors have correlation 1, which is cut to 0.95; independent ones 0 +- 2 / sqrt(2400)
    assertThat(model(errors(means, together)).stepCorrelation()).isEqualTo(0.95);
    assertThat(model(errors(means, apart)).stepCorrelation()).isLessThan(0.05);
  }

  @Test
  void oneFaultySeriesDoesNotWidenTheOthers() {
    SplittableRandom random = new SplittableRandom(2);
    double[] means = new double[500];
    double[][] actuals = new double[500][1];
    for (int i = 0; i < 500; i++) {
      means[i] = 1;
      actuals[i][0] = 1 + (random.nextBoolean() ? 0.5 : -0.5);
    }
    actuals[7][0] = 1e12;
    // all other errors are 0.5; the faulty one counts as 20 x 0.5: sqrt(0.25 + 100 / 500) = 0.67
    BacktestErrors errors = new BacktestErrors(1, 1);
    add(errors, 0, means, actuals);
    assertThat(usual(errors).sd(1, 0)).isBetween(0.5, 0.68);
  }

  @Test
  void aGroupWithoutErrorsBorrowsThoseOfTheOthers() {
    // 3 groups of steps, but only the first of 3 steps was ever observed
    double[] means = new double[1300];
    double[][] actuals = new double[1300][3];
    for (int i = 0; i < 1300; i++) {
      means[i] = 4;
      actuals[i] = new double[] {i % 2 == 0 ? 2 : 6, Double.NaN, Double.NaN};
    }
    ErrorModel.OfSeries model = usual(errors(means, actuals));
    assertThat(model.quantile(4, 2, 0.95)).isCloseTo(6, within(1e-9));
    assertThat(model.quantile(4, 2, 0.05)).isCloseTo(2, within(1e-9));
    assertThat(model.sd(4, 2)).isCloseTo(2, within(1e-9));
  }

  @Test
  void firstStepsWithoutErrorsBorrowThoseOfTheNext() {
    // such as shops that are closed in the first hours of every horizon
    double[] means = new double[1300];
    double[][] actuals = new double[1300][3];
    for (int i = 0; i < 1300; i++) {
      means[i] = 4;
      actuals[i] = new double[] {Double.NaN, i % 2 == 0 ? 2 : 6, i % 2 == 0 ? 2 : 6};
    }
    ErrorModel.OfSeries model = usual(errors(means, actuals));
    assertThat(model.quantile(4, 0, 0.95)).isCloseTo(6, within(1e-9));
    assertThat(model.sd(4, 0)).isCloseTo(2, within(1e-9));
  }

  @Test
  void pathsAreOfAllOrigins() {
    // 700 runs, of which 500 are kept: an error of 1 in the first half and of 3 in the second
    double[] means = new double[700];
    double[][] actuals = new double[700][1];
    for (int i = 0; i < 700; i++) {
      means[i] = 4;
      actuals[i][0] = i < 350 ? 5 : 7;
    }
    ErrorModel.OfSeries model = usual(errors(means, actuals));
    assertThat(model.paths()).isEqualTo(500);
    long late = IntStream.range(0, 500).filter(p -> model.path(new double[] {4}, p)[0] > 6).count();
    assertThat(late).isEqualTo(250);
  }

  @Test
  void leavingOutAnOriginLeavesTheOthers() {
    BacktestErrors errors = new BacktestErrors(1, 1);
    add(errors, 0, new double[] {1, 1}, new double[][] {{2}, {2}});
    add(errors, 1, new double[] {1, 1}, new double[][] {{4}, {4}});
    assertThat(model(errors, 2, 3).of(ID, MEASURED).quantile(1, 0, 0.5)).isEqualTo(4);
    assertThat(model(errors, 0, 1).of(ID, MEASURED).quantile(1, 0, 0.5)).isEqualTo(2);
    assertThat(errors.origin(1)).isZero();
    assertThat(errors.origin(2)).isEqualTo(1);
  }

  @Test
  void withoutAnyErrorThereIsNoModel() {
    BacktestErrors one = errors(new double[] {1}, new double[][] {{2}});
    assertThatThrownBy(() -> model(one, new int[0]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("errors (0)");
  }

  @Test
  void quantilesOfCountsAreWholeUnits() {
    double[] means = new double[9];
    double[][] actuals = new double[9][1];
    for (int i = 0; i < 9; i++) {
      means[i] = 10;
      actuals[i][0] = 6 + i;
    }
    ErrorModel model = model(errors(means, actuals));
    // ranks 2.6 and 7.75 of 6 ... 14 without rounding: 7.6 and 12.75
    assertThat(model.of(ID, COUNTED).quantile(10, 0, 0.26)).isEqualTo(8);
    assertThat(model.of(ID, COUNTED).quantile(10, 0, 0.775)).isEqualTo(13);
    assertThat(WholeUnits.in(new double[] {0, Double.NaN, 3})).isTrue();
    assertThat(WholeUnits.in(new double[] {0, 2.5, 3})).isFalse();
    assertThat(WholeUnits.in(new double[] {0, 2.5, 3, 4, 5, 6, 7, 8, 9, 1})).isTrue();
    assertThat(WholeUnits.in(new double[] {Double.NaN})).isFalse();
  }

  @Test
  void seldomCountsAreHalfNegativeBinomial() {
    double[] means = new double[9];
    double[][] actuals = new double[9][1];
    for (int i = 0; i < 9; i++) {
      means[i] = 1;
      actuals[i][0] = 1 + i;
    }
    ErrorTraits seldom =
        new ErrorTraits(Segment.INTERMITTENT, SPREAD, true, new CountDispersion(30, 10, 10));
    // ten steps of dispersion 3 count for half; no errors of other seldom counts are known, so 1
    double count = new NegativeBinomial(1, 2).quantile(0.9);
    assertThat(model(errors(means, actuals)).of(ID, seldom).quantile(1, 0, 0.9))
        .isEqualTo(Math.rint((9 + count) / 2));
  }

  @Test
  void countsAreAddedUpAsTheDistributionHasThem() {
    for (double mean : new double[] {0.01, 0.4, 1, 7.3, 29, 31, 400}) {
      for (double dispersion : new double[] {1.001, 1.5, 4, 20}) {
        for (double level : new double[] {0.01, 0.3, 0.5, 0.9, 0.99, 0.999}) {
          assertThat(CountQuantile.of(mean, dispersion, level))
              .isEqualTo(new NegativeBinomial(mean, dispersion).quantile(level));
        }
      }
    }
    assertThat(CountQuantile.of(0, 2, 0.95)).isZero();
  }

  @Test
  void aPathGoesAsFarFromTheForecastAsDemandOnceDid() {
    // mean 4 in all 50 runs of 3 steps, so that each path of the forecast 4, 4, 4 is a run
    SplittableRandom random = new SplittableRandom(3);
    double[] means = new double[50];
    double[][] actuals = new double[50][];
    for (int i = 0; i < 50; i++) {
      means[i] = 4;
      actuals[i] = random.ints(3, 0, 12).asDoubleStream().toArray();
    }
    actuals[7][1] = Double.NaN; // this run is not whole
    ErrorModel.OfSeries model = usual(errors(means, actuals));
    assertThat(model.paths()).isEqualTo(49);
    for (int p = 0; p < 49; p++) {
      assertThat(model.path(new double[] {4, 4, 4}, p))
          .containsExactly(actuals[p < 7 ? p : p + 1], within(1e-3));
    }
  }

  @Test
  void whatWasNotObservedOrNotForecastIsNoError() {
    BacktestErrors errors =
        errors(new double[] {1, Double.NaN}, new double[][] {{2, Double.NaN, 3}, {1, 1, 1}});
    assertThat(errors.size()).isEqualTo(2);
    assertThat(errors.step(1)).isEqualTo(2);
    assertThat(errors.actual(1)).isEqualTo(3);
    assertThat(errors.runNumber(0)).isEqualTo(errors.runNumber(1));
  }

  @Property(tries = 200)
  void quantilesNeverFallAsTheLevelRises(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 900) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    ErrorModel.OfSeries model = usual(random(size, seed, mean -> mean * random.nextDouble() * 3));
    for (double mean : new double[] {0, 0.01, 1, 33.3, 1e12}) {
      double before = 0;
      for (int k = 1; k < 200; k++) {
        double quantile = model.quantile(mean, 0, k / 200.0);
        assertThat(quantile).isGreaterThanOrEqualTo(before).isFinite();
        before = quantile;
      }
      assertThat(model.sd(mean, 0)).isFinite().isNotNegative();
    }
  }
}
