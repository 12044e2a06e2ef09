package io.synkro.predict.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @Test
  void nanIsAGapInTheLine() {
    String svg =
        picture(
            ForecastChart.builder("x", "u", ChartTimes.days(DAY, 6)).history(1, 2, nan(), 3, 4, 5));
    String path = pathOf(svg, "past");
    assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(2);
    assertThat(path.chars().filter(c -> c == 'L').count()).isEqualTo(3);
  }

  @Test
  void aLonelyPointIsADot() {
    String svg =
        picture(ForecastChart.builder("x", "u", ChartTimes.days(DAY, 3)).history(nan(), 2, nan()));
    assertThat(svg).contains("<circle class=\"past dot\"").doesNotContain("<path class=\"past\"");
  }

  @Test
  void aBandBreaksAtGaps() {
    String svg =
        picture(
            ForecastChart.builder("x", "u", ChartTimes.days(DAY, 5))
                .forecast(1, 2, 3, 4, 5)
                .interval("80 %", new double[] {0, 1, nan(), 3, 4}, new double[] {2, 3, 4, 5, 6}));
    assertThat(pathOf(svg, "band").chars().filter(c -> c == 'Z').count()).isEqualTo(2);
  }

  @Test
  void marksPromotionsStockOutsAndTheOrigin() {
    String svg =
        picture(
            ForecastChart.builder("x", "u", ChartTimes.days(DAY, 5))
                .history(1, 0, 0, 2)
                .forecast(3)
                .stockOut(false, true, true, false)
                .promotion(true, false, false, true, true));
    assertThat(svg.split("<rect class=\"out\"", -1)).hasSize(2);
    assertThat(svg.split("<rect class=\"promo\"", -1)).hasSize(3);
    assertThat(svg).contains("Forecast from 5 Jan 2026");
  }

  @Test
  void longHistoriesAreThinnedButKeepTheirPeaks() {
    double[] values = new double[20_000];
    values[12_345] = 99;
    values[777] = -7;
    int[] kept = Thinning.keep(values, 500);
    assertThat(kept).hasSizeLessThanOrEqualTo(501).contains(12_345, 777).isSorted();
    String svg =
        picture(
            ForecastChart.builder(
                    "x", "u", ChartTimes.every(DAY.atStartOfDay(), Duration.ofHours(1), 20_000))
                .history(values));
    assertThat(svg.length()).isLessThan(20_000);
  }

  @Test
  void refusesEmptyAndContradictoryData() {
    ChartTimes two = ChartTimes.days(DAY, 2);
    refused(() -> ChartTimes.days(DAY, 0));
    refused(() -> new ChartTimes(List.of(LocalDateTime.MAX, LocalDateTime.MIN)));
    refused(() -> ForecastChart.builder("x", "u", two).history(nan(), nan()).build());
    refused(() -> ForecastChart.builder("x", "u", two).history(1).build());
    refused(() -> ForecastChart.builder("x", "u", two).history(1, Double.POSITIVE_INFINITY));
    refused(
        () ->
            ForecastChart.builder("x", "u", two)
                .history(1)
                .forecast(1)
                .interval("i", new double[] {2}, new double[] {1})
                .build());
    refused(() -> StockTrajectoryChart.builder("x", "u", two).build());
    refused(() -> StockTrajectoryChart.builder("x", "u", two).receipt(2, "+1"));
    refused(() -> BarChart.builder("x", "u", "a").build());
    refused(() -> BarChart.builder("x", "u", "a").bar("b", -1));
    refused(() -> Sparkline.of("x", nan()));
  }

  @Test
  void stockOutsFollowFromTheMeanUnlessTheyAreGiven() {
    StockTrajectoryChart chart =
        StockTrajectoryChart.builder("x", "u", ChartTimes.days(DAY, 4)).mean(3, 0, -1, 5).build();
    assertThat(chart.stockOut()).containsExactly(false, true, true, false);
  }

  @Test
  void namedLevelsDoNotCoverEachOther() {
    String svg =
        ChartSvg.picture(
            StockTrajectoryChart.builder("x", "u", ChartTimes.days(DAY, 3))
                .mean(100, 50, 20)
                .reorderPoint(30)
                .safetyStock(29)
                .build(),
            "a",
            ChartSvg.WIDE);
    double reorder = heightOf(svg, "Reorder point 30");
    double safety = heightOf(svg, "Safety stock 29");
    // labels are 12 pixels high
    assertThat(Math.abs(reorder - safety)).isGreaterThan(12);
  }

  @Test
  void chartsKeepTheirOwnCopyOfTheNumbers() {
    double[] mine = {1, 2};
    ForecastChart chart =
        ForecastChart.builder("x", "u", ChartTimes.days(DAY, 2)).history(mine).build();
    Arrays.fill(mine, 9);
    Arrays.fill(chart.history(), 8);
    assertThat(chart.history()).containsExactly(1, 2);
  }

  @Test
  void oneSinglePointCanBeDrawn() {
    String svg = picture(ForecastChart.builder("x", "u", ChartTimes.days(DAY, 1)).history(5));
    assertThat(svg).contains("<circle").doesNotContain("NaN").doesNotContain("Infinity");
  }

  private static String picture(ForecastChart.Builder builder) {
    return ChartSvg.picture(builder.build(), "a", ChartSvg.WIDE);
  }

  private static String pathOf(String svg, String cssClass) {
    String start = "<path class=\"" + cssClass + "\" d=\"";
    int from = svg.indexOf(start) + start.length();
    return svg.substring(from, svg.indexOf('"', from));
  }

  private static double heightOf(String svg, String label) {
    String before = svg.substring(0, svg.indexOf(">" + label));
    String y = before.substring(before.lastIndexOf(" y=\"") + 4, before.length() - 1);
    return Double.parseDouble(y);
  }

  private static double nan() {
    return Double.NaN;
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidInputException.class);
  }
}
