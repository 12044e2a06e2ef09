package io.synkro.predict.quality;

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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Expected findings are those that each test builds into its panel. */
class DataQualityTest {
  private static final double NAN = Double.NaN;

  /** 2024-01-01 is a Monday. */
  private static final TimeAxis DAYS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private static final SeriesId A = SeriesId.of("A", "W");

  private static TimeSeries series(String product, int start, double... values) {
    return new TimeSeries(SeriesId.of(product, "W"), DAYS, start, values);
  }

  /** Values from 8 to 12 that repeat every five days. */
  private static double[] steady(int length) {
    double[] values = new double[length];
    Arrays.setAll(values, t -> 8 + t % 5);
    return values;
  }

  private static DataQualityReport assess(double... values) {
    return DataQuality.assess(SeriesPanel.of(List.of(series("A", 0, values))));
  }

  @Test
  void aSteadySeriesHasNoFindings() {
    DataQualityReport report = assess(steady(56));

    assertThat(report.findings()).isEmpty();
    assertThat(report.text()).contains("Nothing odd was found");
  }

  @Test
  void gapsAreRunsOfMissingValuesBetweenKnownOnes() {
    double[] values = steady(56);
    values[0] = NAN;
    values[10] = NAN;
    Arrays.fill(values, 20, 23, NAN);
    values[55] = NAN;

    DataQualityReport report = assess(values);

    assertThat(report.totals().missing()).isEqualTo(6);
    assertThat(report.findings(FindingKind.GAP))
        .containsExactly(
            new Finding(FindingKind.GAP, A, 20, 23, 3), new Finding(FindingKind.GAP, A, 10, 11, 1));
    assertThat(report.findings(FindingKind.LATE_START))
        .containsExactly(new Finding(FindingKind.LATE_START, A, 0, 1, 1));
    assertThat(report.findings(FindingKind.EARLY_END))
        .containsExactly(new Finding(FindingKind.EARLY_END, A, 55, 56, 1));
    assertThat(report.findings(FindingKind.MISSING_VALUES))
        .containsExactly(new Finding(FindingKind.MISSING_VALUES, A, 0, 56, 6 / 56.0));
  }

  @Test
  void seriesThatStartLateOrEndEarlyAreMeasuredAgainstThePanel() {
    DataQualityReport report =
        DataQuality.assess(
            SeriesPanel.of(
                List.of(
                    series("FULL", 0, steady(60)),
                    series("LATE", 25, steady(35)),
                    series("EARLY", 0, steady(50)))));

    assertThat(report.findings(FindingKind.LATE_START))
        .containsExactly(new Finding(FindingKind.LATE_START, SeriesId.of("LATE", "W"), 0, 25, 25));
    assertThat(report.findings(FindingKind.EARLY_END))
        .containsExactly(new Finding(FindingKind.EARLY_END, SeriesId.of("EARLY", "W"), 50, 60, 10));
  }

  @Test
  void emptyAllZeroConstantAndShortSeriesAreTold() {
    DataQualityReport report =
        DataQuality.assess(
            SeriesPanel.of(
                List.of(
                    series("EMPTY", 0, NAN, NAN, NAN),
                    series("ZERO", 0, new double[20]),
                    series("CONST", 0, 4, 4, 4, NAN, 4),
                    series("SHORT", 0, Arrays.copyOf(steady(20), 13)),
                    series("ENOUGH", 0, Arrays.copyOf(steady(20), 14)))));

    assertThat(report.findings(FindingKind.EMPTY_SERIES))
        .containsExactly(new Finding(FindingKind.EMPTY_SERIES, SeriesId.of("EMPTY", "W"), 0, 3, 3));
    assertThat(report.findings(FindingKind.ALL_ZERO))
        .containsExactly(new Finding(FindingKind.ALL_ZERO, SeriesId.of("ZERO", "W"), 0, 20, 20));
    assertThat(report.findings(FindingKind.CONSTANT))
        .containsExactly(new Finding(FindingKind.CONSTANT, SeriesId.of("CONST", "W"), 0, 5, 4));
    // Two seasons of daily data are 14 days; the shortest series comes first.
    assertThat(report.findings(FindingKind.TOO_SHORT))
        .extracting(finding -> finding.series().product().value())
        .containsExactly("CONST", "SHORT");
  }

  @Test
  void returnsAreCountedInStepsAndUnits() {
    double[] values = steady(56);
    values[3] = -4;
    values[9] = -2.5;

    DataQualityReport report = assess(values);

    assertThat(report.totals().negatives()).isEqualTo(2);
    assertThat(report.totals().returnedUnits()).isEqualTo(6.5);
    assertThat(report.findings(FindingKind.RETURNS))
        .containsExactly(new Finding(FindingKind.RETURNS, A, 3, 10, 6.5));
    assertThat(report.count(FindingKind.OUTLIER)).isZero();
  }

  @Test
  void stockOutsAreStepsThatWereNotInStockAllOfTheTime() {
    double[] values = steady(40);
    double[] inStock = new double[40];
    Arrays.fill(inStock, 1);
    inStock[5] = 0.5;
    Arrays.fill(inStock, 10, 19, 0);
    Arrays.fill(values, 10, 19, 0);
    inStock[30] = NAN;
    SeriesPanelBuilder builder =
        SeriesPanel.builder(DAYS).covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY);

    DataQualityReport report =
        DataQuality.assess(
            builder
                .add(series("A", 0, values), Map.of(CovariateNames.IN_STOCK, inStock), Map.of())
                .add(series("B", 0, steady(40)), Map.of(), Map.of())
                .build());

    assertThat(report.totals().stockOutSteps()).isEqualTo(10);
    assertThat(report.totals().stockOutShare()).isCloseTo(10 / 80.0, within(1e-12));
    assertThat(report.findings(FindingKind.STOCK_OUT))
        .containsExactly(new Finding(FindingKind.STOCK_OUT, A, 5, 19, 0.25));
    // The stock-out explains the zeros.
    assertThat(report.count(FindingKind.SUSPICIOUS_ZEROS)).isZero();
    assertThat(report.count(FindingKind.OUTLIER)).isZero();
  }

  @Test
  void aLongRunOfZerosInABriskSeriesIsSuspicious() {
    double[] values = steady(60);
    Arrays.fill(values, 30, 35, 0);

    assertThat(assess(values).findings(FindingKind.SUSPICIOUS_ZEROS))
        .containsExactly(new Finding(FindingKind.SUSPICIOUS_ZEROS, A, 30, 35, 5));
  }

  @Test
  void zerosOfASlowSeriesAndBeforeTheFirstSaleAreNotSuspicious() {
    double[] slow = new double[120];
    for (int t = 0; t < slow.length; t += 6) {
      slow[t] = 1 + t % 4;
    }
    double[] late = steady(120);
    Arrays.fill(late, 0, 60, 0);

    assertThat(assess(slow).count(FindingKind.SUSPICIOUS_ZEROS)).isZero();
    assertThat(assess(late).count(FindingKind.SUSPICIOUS_ZEROS)).isZero();
  }

  @Test
  void theRuleForZerosIsTheBoundThatItStates() {
    // 40 values outside, 9 zero: p = 10 / 42; (40 + 7) p^7 = 0.0020 and (40 + 8) p^8 = 0.00050.
    assertThat(Zeros.unlikely(7, 9, 40)).isFalse();
    assertThat(Zeros.unlikely(8, 9, 40)).isTrue();
    // Seven values outside say too little.
    assertThat(Zeros.unlikely(1000, 0, 7)).isFalse();
  }

  @Test
  void anOutlierIsFarFromTheSameWeekdayOfOtherWeeks() {
    double[] values = new double[70];
    SplittableRandom random = new SplittableRandom(7);
    // Saturdays sell 100, other days 20; both vary by 4 at most.
    Arrays.setAll(values, t -> (t % 7 == 5 ? 100 : 20) + random.nextInt(9) - 4);
    values[30] = 100; // a Wednesday like a Saturday

    DataQualityReport report = assess(values);

    assertThat(report.findings(FindingKind.OUTLIER)).hasSize(1);
    assertThat(report.findings(FindingKind.OUTLIER).get(0).firstStep()).isEqualTo(30);
    assertThat(report.findings(FindingKind.OUTLIER).get(0).magnitude()).isGreaterThan(6);
  }

  @Test
  void aPeakThatAPromotionExplainsIsNoOutlier() {
    double[] values = steady(56);
    values[30] = 500;
    double[] promotion = new double[56];
    promotion[30] = 1;
    SeriesPanelBuilder builder =
        SeriesPanel.builder(DAYS).covariate(CovariateNames.PROMOTION, Availability.PAST_ONLY);

    DataQualityReport report =
        DataQuality.assess(
            builder
                .add(series("A", 0, values), Map.of(CovariateNames.PROMOTION, promotion), Map.of())
                .build());

    assertThat(report.count(FindingKind.OUTLIER)).isZero();
    assertThat(assess(values).count(FindingKind.OUTLIER)).isEqualTo(1);
  }

  @Test
  void anOutlierOfIntermittentDemandIsFarAboveItsUsualSize() {
    double[] values = new double[120];
    for (int t = 0; t < values.length; t += 6) {
      values[t] = 2 + t % 4;
    }
    values[60] = 400;

    // Of the 20 sizes nine are 2, ten are 4 and one is 400: the median of the logarithms is ln 4,
    // ten distances from it are 0, nine are ln 2 and one is ln 100, so their median is ln 2 / 2.
    double expected = Math.log(100) / (1.4826 * Math.log(2) / 2);
    List<Finding> outliers = assess(values).findings(FindingKind.OUTLIER);
    assertThat(outliers).hasSize(1);
    assertThat(outliers.get(0).firstStep()).isEqualTo(60);
    assertThat(outliers.get(0).magnitude()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void aWeekdayThatNeverSellsIsClosed() {
    double[] values = steady(84);
    for (int t = 6; t < values.length; t += 7) {
      values[t] = 0; // Sundays
    }

    DataQualityReport report = assess(values);

    assertThat(report.findings(FindingKind.CLOSED_WEEKDAY))
        .containsExactly(new Finding(FindingKind.CLOSED_WEEKDAY, A, 6, 84, 12));
    assertThat(report.text()).contains("A@W: 12 Sundays");
    assertThat(report.count(FindingKind.SUSPICIOUS_ZEROS)).isZero();
  }

  @Test
  void findingsAreCappedAndCountedAndTheTextFitsAPage() {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(DAYS).covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY);
    double[] noStock = new double[90];
    for (int i = 0; i < 100; i++) {
      double[] values = steady(90);
      Arrays.fill(values, 20, 25 + i % 10, i % 2 == 0 ? NAN : 0);
      values[80] = -1 - i;
      values[40] = 900;
      values[89] = NAN;
      builder.add(series("P" + i, i % 3, values), Map.of(), Map.of());
      builder.add(series("E" + i, 0, NAN, NAN), Map.of(), Map.of());
      builder.add(series("Z" + i, 0, new double[9]), Map.of(), Map.of());
      builder.add(series("C" + i, 0, 5, 5, 5), Map.of(), Map.of());
      double[] sundays = steady(90);
      for (int t = 6; t < 90; t += 7) {
        sundays[t] = 0;
      }
      builder.add(series("S" + i, 0, sundays), Map.of(CovariateNames.IN_STOCK, noStock), Map.of());
      builder.add(series("D" + i, 0, sundays), Map.of(), Map.of());
    }

    DataQualityReport report = DataQuality.assess(builder.build());

    assertThat(report.counts().keySet()).containsExactly(FindingKind.values());
    assertThat(report.count(FindingKind.RETURNS)).isEqualTo(100);
    assertThat(report.findings(FindingKind.RETURNS)).hasSize(20);
    assertThat(report.findings(FindingKind.RETURNS).get(0).magnitude()).isEqualTo(100);
    assertThat(report.findings(FindingKind.RETURNS).get(19).magnitude()).isEqualTo(81);
    assertThat(report.text().lines().count()).isLessThanOrEqualTo(40);
  }
}
