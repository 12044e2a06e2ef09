package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrendSearchTest {
  private static final TimeAxis DAYS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void growthIsFoundAndMeasuredInPercentOfTheMeanLevel() {
    // 100 on average over two years, growing by 20 a year, with noise
    Trend trend = only(daily(728, t -> 80 + 20 * t / 365.0 + random.nextDouble(-9, 9)));
    assertThat(trend)
        .isInstanceOfSatisfying(
            Trend.Measured.class,
            measured -> {
              assertThat(measured.direction()).isEqualTo(Trend.Direction.RISING);
              assertThat(measured.percentPerYear()).isCloseTo(20, within(2.0));
              assertThat(measured.seasonal()).isTrue();
              assertThat(measured.periods()).isEqualTo(104);
            });
  }

  @Test
  void growthOfHugeNumbersIsFoundToo() {
    // the largest demand that a series takes
    Trend trend = only(daily(728, t -> 1e12 * (80 + 20 * t / 365.0 + random.nextDouble(-9, 9))));
    assertThat(((Trend.Measured) trend).direction()).isEqualTo(Trend.Direction.RISING);
  }

  @Test
  void aStrongSeasonIsNotTakenForATrendOnceThereAreTwoYears() {
    Trend trend =
        only(
            daily(
                910, t -> 100 + 50 * Math.sin(2 * Math.PI * t / 364) + random.nextDouble(-30, 30)));
    assertThat(((Trend.Measured) trend).direction()).isEqualTo(Trend.Direction.FLAT);
  }

  @Test
  void aStockOutIsNotAFall() {
    // demand is steady; nothing could be sold in the last 200 of 400 days
    double[] values = new double[400];
    double[] inStock = new double[400];
    for (int t = 0; t < 400; t++) {
      inStock[t] = t < 200 ? 1 : 0;
      values[t] = t < 200 ? 10 + random.nextInt(3) : 0;
    }
    SeriesPanel masked =
        SeriesPanel.builder(DAYS)
            .covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY)
            .add(
                new TimeSeries(SeriesId.of("p", "w"), DAYS, 0, values),
                Map.of(CovariateNames.IN_STOCK, inStock),
                Map.of())
            .build();
    assertThat(((Trend.Measured) only(masked)).percentPerYear()).isBetween(-10.0, 10.0);
    assertThat(((Trend.Measured) only(masked)).periods()).isEqualTo(28); // of 57 weeks
    SeriesPanel unmasked =
        SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("p", "w"), DAYS, 0, values)));
    assertThat(((Trend.Measured) only(unmasked)).percentPerYear()).isLessThan(-100);
  }

  @Test
  void nineWeeksAreTooShort() {
    assertThat(only(daily(69, t -> t))).isEqualTo(new Trend.TooShort(SeriesId.of("p", "w"), 9, 10));
    assertThat(only(daily(70, t -> t))).isInstanceOf(Trend.Measured.class);
  }

  @Test
  void monthsAreComparedAsTheyAre() {
    TimeSeries months =
        TimeSeries.of(
            SeriesId.of("p", "w"),
            Frequency.MONTHLY,
            LocalDate.of(2022, 1, 1),
            java.util.stream.IntStream.range(0, 36).mapToDouble(t -> 120 - t).toArray());
    Trend.Measured trend = (Trend.Measured) only(SeriesPanel.of(List.of(months)));
    // falls by 12 a year; mean 120 - 17.5 = 102.5
    assertThat(trend.percentPerYear()).isCloseTo(-100 * 12 / 102.5, within(1e-9));
    assertThat(trend.direction()).isEqualTo(Trend.Direction.FALLING);
  }

  /**
   * 400 panels of weeks that each resemble the week before (autocorrelation 0.6) and have no trend;
   * at 5 % some 20 may be called one. Measured: 11, and 91 with the correction taken out.
   */
  @Test
  void weeksThatResembleTheWeekBeforeAreNotTakenForATrend() {
    TimeAxis weeks = TimeAxis.of(Frequency.WEEKLY, LocalDate.of(2022, 1, 3));
    int alarms = 0;
    for (int run = 0; run < 400; run++) {
      double[] values = new double[156];
      double level = 0;
      for (int t = 0; t < values.length; t++) {
        level = 0.6 * level + random.nextDouble(-10, 10);
        values[t] = 100 + level;
      }
      TimeSeries series = new TimeSeries(SeriesId.of("p", "w"), weeks, 0, values);
      Trend.Measured trend = (Trend.Measured) only(SeriesPanel.of(List.of(series)));
      alarms += trend.direction() == Trend.Direction.FLAT ? 0 : 1;
    }
    assertThat(alarms).isLessThan(32);
  }

  private static Trend only(SeriesPanel panel) {
    return new TrendSearch(panel, new Sellable(panel)).search(0.05).get(0);
  }

  private static SeriesPanel daily(int days, IntToDoubleFunction demand) {
    double[] values = java.util.stream.IntStream.range(0, days).mapToDouble(demand).toArray();
    return SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("p", "w"), DAYS, 0, values)));
  }
}
