package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalySearchTest {
  private static final int DAYS = 300;
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private final double[] inStock = new double[DAYS];
  private final double[] values = poisson(new SplittableRandom(5), DAYS, 20);

  AnomalySearchTest() {
    Arrays.fill(inStock, 1);
  }

  @Test
  void aSpikeAndADropAreFoundWithTheirDays() {
    values[280] = 70;
    values[290] = 0;
    AnomalyReport report = search();
    assertThat(report.tested()).isEqualTo(56);
    assertThat(report.found()).hasSize(2);
    Anomaly spike = report.found().get(0);
    assertThat(spike.kind()).isEqualTo(Anomaly.Kind.SPIKE);
    assertThat(spike.step()).isEqualTo(280);
    assertThat(spike.time().toLocalDate()).isEqualTo(LocalDate.of(2024, 1, 1).plusDays(280));
    assertThat(spike.value()).isEqualTo(70);
    assertThat(spike.expected()).isCloseTo(20, within(4.0));
    Anomaly drop = report.found().get(1);
    assertThat(drop.kind()).isEqualTo(Anomaly.Kind.DROP);
    assertThat(drop.step()).isEqualTo(290);
    assertThat(drop.adjustedPValue()).isBetween(drop.pValue(), 0.05);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e9, 1e12, 3e13})
  void hugeNumbersDoNotFailTheSearch(double scale) {
    for (int t = 0; t < DAYS; t++) {
      values[t] *= scale;
    }
    assertThat(search().tested()).isEqualTo(56);
    assertThat(search().found())
        .allSatisfy(found -> assertThat(found.adjustedPValue()).isBetween(0.0, 0.05));
  }

  @Test
  void aHugeValueIsASpike() {
    values[280] = TimeSeries.MAX_VALUE;
    assertThat(search().found()).extracting(Anomaly::step).containsExactly(280);
  }

  @Test
  void aStockOutIsNotADrop() {
    values[290] = 0;
    inStock[290] = 0;
    AnomalyReport report = search();
    assertThat(report.found()).isEmpty();
    assertThat(report.tested()).isEqualTo(55);
  }

  @Test
  void pastStockOutsDoNotLowerWhatIsExpected() {
    for (int t = 100; t < 200; t++) {
      values[t] = 0;
      inStock[t] = 0.4;
    }
    assertThat(search().found()).isEmpty();
    values[280] = 70;
    assertThat(search().found().get(0).expected()).isCloseTo(20, within(4.0));
  }

  @Test
  void theSameWeekdayIsTheYardstick() {
    for (int t = 0; t < DAYS; t += 7) {
      values[t] = 100; // each Monday
    }
    assertThat(search().found()).isEmpty();
    values[294] = 20; // a Monday like any other day
    assertThat(search().found()).extracting(Anomaly::step).containsExactly(294);
  }

  @Test
  void aFirstSaleOfOneUnitIsNoWonder() {
    Arrays.fill(values, 0);
    values[280] = 1;
    assertThat(search().found()).isEmpty();
    values[280] = 15;
    assertThat(search().found()).hasSize(1);
  }

  @Test
  void aShortPastIsNotTested() {
    SeriesPanelBuilder builder = SeriesPanel.builder(AXIS);
    builder.add(
        new TimeSeries(SeriesId.of("p", "w"), AXIS, 0, Arrays.copyOf(values, 56 + 49)),
        Map.of(),
        Map.of());
    SeriesPanel panel = builder.build(); // seven of each weekday before the recent weeks
    AnomalyReport report =
        new AnomalySearch(panel, new Sellable(panel), PatternOptions.standard()).search();
    assertThat(report.tested()).isZero();
  }

  /**
   * Without anomalies the procedure of Benjamini and Hochberg finds any in at most 5 % of the
   * panels; 20 of 200 would be seen once in 400 such tests if that were so.
   */
  @Test
  void withoutAnomaliesFalseAlarmsStayRare() {
    SplittableRandom random = new SplittableRandom(17);
    int panelsWithAlarm = 0;
    for (int run = 0; run < 200; run++) {
      SeriesPanelBuilder builder = SeriesPanel.builder(AXIS);
      for (int s = 0; s < 5; s++) {
        double[] demand = negativeBinomial(random, DAYS, random.nextDouble(0.2, 12), 2);
        builder.add(new TimeSeries(SeriesId.of("p" + s, "w"), AXIS, 0, demand), Map.of(), Map.of());
      }
      SeriesPanel panel = builder.build();
      AnomalyReport report =
          new AnomalySearch(panel, new Sellable(panel), PatternOptions.standard()).search();
      panelsWithAlarm += report.found().isEmpty() ? 0 : 1;
    }
    assertThat(panelsWithAlarm).isLessThan(20);
  }

  private AnomalyReport search() {
    SeriesPanel panel =
        SeriesPanel.builder(AXIS)
            .covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY)
            .add(
                new TimeSeries(SeriesId.of("p", "w"), AXIS, 0, values),
                Map.of(CovariateNames.IN_STOCK, inStock),
                Map.of())
            .build();
    return new AnomalySearch(panel, new Sellable(panel), PatternOptions.standard()).search();
  }

  private static double[] poisson(SplittableRandom random, int count, double mean) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = poisson(random, mean);
    }
    return values;
  }

  /** A Poisson whose mean is the sum of {@code shape} exponentials: gamma, so negative binomial. */
  private static double[] negativeBinomial(
      SplittableRandom random, int count, double mean, int shape) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double rate = 0;
      for (int k = 0; k < shape; k++) {
        rate -= Math.log(1 - random.nextDouble()) * mean / shape;
      }
      values[i] = poisson(random, rate);
    }
    return values;
  }

  private static int poisson(SplittableRandom random, double mean) {
    int events = -1;
    for (double time = 0; time < mean; time -= Math.log(1 - random.nextDouble())) {
      events++;
    }
    return Math.max(0, events);
  }
}
