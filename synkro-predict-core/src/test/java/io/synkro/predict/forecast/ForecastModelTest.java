package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.internal.EchoLearner;
import io.synkro.predict.forecast.internal.MeanLearner;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastModelTest {
  private static final int STEPS = 120;

  private static TimeAxis axis(Frequency frequency) {
    return TimeAxis.of(frequency, LocalDate.of(1900, 1, 1));
  }

  private static double[] values(int length, double level, long seed) {
    return new SplittableRandom(seed).doubles(length, level / 2, level * 3 / 2).toArray();
  }

  private static SeriesPanel brands(int length, String... brands) {
    TimeAxis axis = axis(Frequency.DAILY);
    SeriesPanelBuilder builder = SeriesPanel.builder(axis).attribute("brand");
    for (int i = 0; i < brands.length; i++) {
      builder.add(
          new TimeSeries(SeriesId.of(brands[i], "W"), axis, 0, values(length, 10, i)),
          Map.of(),
          Map.of("brand", brands[i]));
    }
    return builder.build();
  }

  @Test
  void quantilesOfEveryLevelAreThere() {
    ForecastModel model =
        DemandForecaster.builder().horizon(7).quantiles(0.5).build().fit(brands(STEPS, "apple"));
    DemandForecast apple = model.forecast().find(SeriesId.of("apple", "W")).orElseThrow();
    assertThat(apple.quantile(0, 0.1)).isLessThan(apple.quantile(0, 0.5));
    assertThat(apple.interval(0, 0.8))
        .isEqualTo(new DemandInterval(apple.quantile(0, 0.1), apple.quantile(0, 0.9)));
    assertThat(apple.point(0, PointLoss.SQUARED)).isEqualTo(apple.mean(0));
    assertThat(apple.point(0, PointLoss.ABSOLUTE)).isEqualTo(apple.quantile(0, 0.5));
    assertThat(apple.point(0, PointLoss.ABSOLUTE_PERCENTAGE))
        .isLessThan(apple.point(0, PointLoss.ABSOLUTE));
    assertThatThrownBy(() -> apple.quantile(0, 1)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void newerSalesWithOtherSeriesAreForecastFromTheirOwnEnd() {
    ForecastModel model =
        DemandForecaster.builder().horizon(7).build().fit(brands(STEPS, "apple", "berry"));
    PanelForecast forecast = model.forecast(brands(STEPS + 5, "berry", "date"));
    assertThat(forecast.outcomes()).hasSize(2);
    DemandForecast date = forecast.find(SeriesId.of("date", "W")).orElseThrow();
    assertThat(date.time(0).toLocalDate()).isEqualTo(LocalDate.of(1900, 1, 1).plusDays(STEPS + 5));
    assertThat(date.meanOver(7)).isCloseTo(70, within(20.0)); // a level of 10 for 7 days
    assertThat(forecast.find(SeriesId.of("apple", "W"))).isEmpty();
  }

  @Test
  void oneSeriesAloneIsForecastAsItIsAmongAll() {
    SeriesPanel all = brands(STEPS, "apple", "berry", "cherry", "date");
    EchoLearner echo = new EchoLearner();
    ForecastModel model =
        DemandForecaster.builder()
            .horizon(7)
            .learner(
                echo,
                EchoLearner.feature(
                    (panel, series, origin, horizon) ->
                        panel.value(series, origin - 8 + horizon - panel.start(series)) / 10))
            .keepAllMethods()
            .build()
            .fit(all);
    PanelForecast together = model.forecast();
    for (int i = 0; i < all.size(); i++) {
      DemandForecast among = together.find(all.id(i)).orElseThrow();
      DemandForecast alone = model.forecast(all.select(i)).find(all.id(i)).orElseThrow();
      for (int h = 0; h < 7; h++) {
        assertThat(alone.mean(h)).isEqualTo(among.mean(h));
        assertThat(alone.sd(h)).isEqualTo(among.sd(h));
        assertThat(alone.quantile(h, 0.05)).isEqualTo(among.quantile(h, 0.05));
        assertThat(alone.quantile(h, 0.95)).isEqualTo(among.quantile(h, 0.95));
      }
    }
  }

  @Test
  void anotherFrequencyIsRefused() {
    ForecastModel model = DemandForecaster.builder().horizon(7).build().fit(brands(STEPS, "apple"));
    TimeAxis weeks = axis(Frequency.WEEKLY);
    SeriesPanel weekly =
        SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("apple", "W"), weeks, 0, 1, 2, 3)));
    assertThatThrownBy(() -> model.forecast(weekly))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("frequency (WEEKLY) must be that of the fit, DAILY");
  }

  /** Trees that know the future, so that they are chosen alone, but fail for one code of brands. */
  private static ForecastModel rising(int unknownCode, SeriesPanel sales) {
    FeatureSource features =
        EchoLearner.feature(
            (panel, i, origin, h) -> {
              double level = DemandLevel.beforeEach(panel.values(i), Frequency.DAILY)[origin];
              boolean unknown = panel.attributes().get(0).code(i) == unknownCode;
              return unknown ? Double.NaN : (origin + h) / level;
            });
    ForecastModel model =
        DemandForecaster.builder()
            .horizon(7)
            .learner(new EchoLearner(), features)
            .build()
            .fit(sales);
    assertThat(model.backtest().best().name()).isEqualTo("trees (echo, counts)");
    return model;
  }

  /** Demand of day t is t + 1. */
  private static SeriesPanel risingBrands(String... brands) {
    SeriesPanel panel = brands(STEPS, brands);
    double[] values = new double[panel.observations()];
    Arrays.setAll(values, k -> k % STEPS + 1);
    return panel.withValues(values);
  }

  @Test
  void attributesKeepTheCodesOfTheFitAndAForecastThatIsNoNumberFailsAlone() {
    ForecastModel model = rising(2, risingBrands("apple", "berry"));
    // of apple, berry and cherry the last is unknown to the fit: code -1 and not 2
    PanelForecast all = model.forecast(risingBrands("apple", "berry", "cherry"));
    assertThat(all.forecasts()).hasSize(3);
    assertThat(all.forecasts().get(2).mean(6)).isCloseTo(STEPS + 7, within(1e-3));

    ForecastModel broken = rising(-1, risingBrands("apple", "berry"));
    PanelForecast forecast = broken.forecast(risingBrands("apple", "berry", "cherry"));
    assertThat(forecast.forecasts()).hasSize(2);
    assertThat(forecast.outcomes().get(2))
        .isInstanceOfSatisfying(
            ForecastOutcome.NotForecast.class,
            failed -> assertThat(failed.reason()).contains("not a number").contains("Maybe"));
  }

  @Test
  void anEngineThatNeverAnswersIsJudgedAsTheReferenceAndNotChosen() {
    BacktestReport report =
        DemandForecaster.builder()
            .horizon(7)
            .learner(new MeanLearner(0), MeanLearner.codes())
            .build()
            .fit(brands(STEPS, "apple"))
            .backtest();
    // on noise the last value errs by much more than means do
    assertThat(report.best().name()).doesNotContain("trees").doesNotContain("naive");
    MemberAccuracy trees =
        report.members().stream()
            .filter(m -> m.name().startsWith("trees"))
            .findFirst()
            .orElseThrow();
    assertThat(trees.wape()).isEqualTo(report.reference().wape());
  }

  /** Each odd series beside five good ones: the good ones are forecast as if it was not there. */
  @ParameterizedTest
  @EnumSource(Frequency.class)
  void oddSeriesOfAnyFrequencyDoNotFailTheBatch(Frequency frequency) {
    TimeAxis axis = axis(frequency);
    List<TimeSeries> good = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      good.add(new TimeSeries(SeriesId.of("good" + i, "W"), axis, 0, values(STEPS, 10, i)));
    }
    double[] nothing = new double[STEPS];
    Arrays.fill(nothing, Double.NaN);
    double[] negative = new double[STEPS];
    Arrays.fill(negative, -3);
    double[] constant = new double[STEPS];
    Arrays.fill(constant, 4);
    double[] huge = values(STEPS, 10, 9);
    huge[STEPS - 2] = 1e12;
    double[][] odd = {nothing, negative, constant, huge, new double[STEPS], {5, 6}, {7}};
    List<TimeSeries> all = new ArrayList<>(good);
    for (int i = 0; i < odd.length; i++) {
      all.add(new TimeSeries(SeriesId.of("odd" + i, "W"), axis, 0, odd[i]));
    }
    all.add(new TimeSeries(SeriesId.of("last step", "W"), axis, STEPS - 1, 5));
    all.add(new TimeSeries(SeriesId.of("ended", "W"), axis, 0, values(STEPS / 2, 10, 8)));
    DemandForecaster forecaster =
        DemandForecaster.builder()
            .horizon(6)
            .learner(new MeanLearner(Float.NaN), MeanLearner.codes())
            .build();
    PanelForecast forecast = forecaster.fit(SeriesPanel.of(all)).forecast();

    assertThat(forecast.outcomes()).hasSize(all.size());
    assertThat(forecast.outcomes().stream().filter(ForecastOutcome.NotForecast.class::isInstance))
        .extracting(outcome -> outcome.id().product().value())
        .containsExactly("odd0", "odd1", "odd4", "odd6", "last step");
    for (DemandForecast one : forecast.forecasts()) {
      // demand lies around 10 (4 to 7 in the short and constant ones): nothing near 1e12
      assertThat(one.meanOver(6)).as("%s", one.id()).isBetween(15.0, 95.0);
      boolean isConstant = one.id().product().value().equals("odd2");
      assertThat(one.sd(5)).as("%s", one.id()).isBetween(isConstant ? 0.01 : 0.1, 15.0);
    }
  }

  @Test
  void onePanelOfOneSeriesAndAHorizonLongerThanItsSeasonIsForecast() {
    ForecastModel model = DemandForecaster.builder().horizon(50).build().fit(brands(STEPS, "solo"));
    assertThat(model.backtest().origins()).isEqualTo(2); // 120 less 7 to learn from holds 2 x 50
    assertThat(model.forecast().forecasts().get(0).horizon()).isEqualTo(50);
  }

  @Test
  void aHorizonLongerThanTheHistoryAndAPanelWithoutDemandAreRefused() {
    assertThatThrownBy(
            () -> DemandForecaster.builder().horizon(STEPS).build().fit(brands(STEPS, "a")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the horizon of 120 steps")
        .hasMessageContaining("Maybe shorten the horizon");
    SeriesPanel zero =
        SeriesPanel.of(
            List.of(
                new TimeSeries(
                    SeriesId.of("a", "W"), axis(Frequency.DAILY), 0, new double[STEPS])));
    assertThatThrownBy(() -> DemandForecaster.builder().horizon(7).build().fit(zero))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("demand (none")
        .hasMessageContaining("Maybe check the units");
  }

  @Test
  void aLargePanelTakesTimeInProportionToItsSize() {
    // 50,000 series: one look at all series for each of them would be 2,500 million looks a pass
    TimeAxis axis = axis(Frequency.DAILY);
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), axis, 0, values(16, 10, i % 50)));
    }
    SeriesPanel panel = SeriesPanel.of(series);
    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            DemandForecaster.builder()
                .horizon(2)
                .backtests(2)
                .learner(new MeanLearner(Float.NaN), MeanLearner.codes())
                .build()
                .fit(panel)
                .forecast());
  }

  @Test
  void aSeriesHasOneOutcome() {
    ForecastOutcome twice = new ForecastOutcome.NotForecast(SeriesId.of("P", "W"), "new");
    assertThatThrownBy(() -> new PanelForecast(List.of(twice, twice)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("series (P@W) must have one outcome");
  }

  private static SeriesPanel priced(int futureSteps) {
    TimeAxis axis = axis(Frequency.DAILY);
    return SeriesPanel.builder(axis)
        .futureSteps(futureSteps)
        .covariate("price", Availability.KNOWN_IN_FUTURE)
        .add(
            new TimeSeries(SeriesId.of("apple", "W"), axis, 0, values(STEPS, 10, 1)),
            Map.of("price", values(STEPS + futureSteps, 5, 2)),
            Map.of())
        .build();
  }

  @Test
  void plansAreUsedOnlyIfTheyCoverTheHorizon() {
    DemandForecaster forecaster = DemandForecaster.builder().horizon(7).build();
    assertThat(forecaster.fit(priced(6)).usesPlans()).isFalse();
    assertThat(forecaster.fit(priced(7)).usesPlans()).isTrue();
    assertThat(forecaster.fit(priced(6)).forecast(priced(7)).forecasts()).hasSize(1);
  }

  @Test
  void aModelThatFollowsPlansRefusesSalesWithoutThem() {
    ForecastModel model = DemandForecaster.builder().horizon(7).build().fit(priced(7));
    assertThatThrownBy(() -> model.forecast(priced(6)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("futureSteps (6)")
        .hasMessageContaining("Maybe add the planned values");
  }

  @Test
  void onlyMethodsOfTheForecastAreFittedUnlessAllAreKept() {
    SeriesPanel sales = brands(STEPS, "apple", "berry");
    ForecastModel lean = DemandForecaster.builder().horizon(7).build().fit(sales);
    ForecastModel all = DemandForecaster.builder().horizon(7).keepAllMethods().build().fit(sales);
    List<String> members = all.backtest().members().stream().map(MemberAccuracy::name).toList();
    assertThat(members).containsAll(all.methods()).startsWith("seasonal naive", "seasonal mean");
    assertThat(all.methods()).contains("seasonal naive").hasSizeGreaterThan(lean.methods().size());
    assertThat(all.methods()).containsAll(lean.methods());
    assertThat(all.backtest().best().name()).contains(lean.methods());
    // keeping a method changes no forecast
    DemandForecast one = lean.forecast().forecasts().get(0);
    assertThat(all.forecast().forecasts().get(0).mean(3)).isEqualTo(one.mean(3));
  }

  @Test
  void aMethodAloneSaysWhatItWouldForecast() {
    SeriesPanel sales = brands(STEPS, "apple", "berry");
    ForecastModel all = DemandForecaster.builder().horizon(7).keepAllMethods().build().fit(sales);
    Map<SeriesId, double[]> naive = all.forecastOf("seasonal naive");
    assertThat(naive).containsOnlyKeys(sales.ids());
    for (int i = 0; i < 2; i++) {
      // the last week again
      assertThat(naive.get(sales.id(i)))
          .containsExactly(Arrays.copyOfRange(sales.values(i), STEPS - 7, STEPS));
    }
    assertThatThrownBy(() -> all.forecastOf("magic"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("method (magic) must be one of those fitted, [seasonal naive")
        .hasMessageContaining("keepAllMethods()");
  }

  @Test
  void strategiesOfTreesCompeteAsMembers() {
    BacktestReport report =
        DemandForecaster.builder()
            .horizon(7)
            .learner(new MeanLearner(Float.NaN), MeanLearner.codes())
            .training(
                TreeTraining.builder()
                    .strategies(TreeStrategy.BLOCKS, TreeStrategy.RECURSIVE)
                    .build())
            .build()
            .fit(brands(STEPS, "apple"))
            .backtest();
    assertThat(report.members())
        .extracting(MemberAccuracy::name)
        .contains("trees (mean, counts, blocks)", "trees (mean, counts, recursive)")
        .doesNotContain("trees (mean, counts)");
  }
}
