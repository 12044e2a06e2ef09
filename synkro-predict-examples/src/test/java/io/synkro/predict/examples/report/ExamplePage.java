package io.synkro.predict.examples.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A page with every kind of block and made-up numbers, for tests and for the eye. */
final class ExamplePage {
  private static final LocalDate FIRST = LocalDate.of(2025, 8, 15);
  private static final int HISTORY = 139;
  private static final int HORIZON = 28;

  private ExamplePage() {}

  static HtmlPage page() {
    return HtmlPage.builder("Planning report")
        .intro(
            "What will sell in the next four weeks, what may run out before its next delivery, "
                + "and what to order today. 100 products in 5 warehouses, recorded until "
                + "31 December 2025.")
        .section(overview())
        .section(accuracy())
        .section(series())
        .section(segments())
        .footer("Made from made-up numbers. The interval holds four of five days.")
        .build();
  }

  private static Section overview() {
    DataTable table =
        DataTable.builder(
                "Most urgent items", "Item", "Trend", "On hand", "Expected", "Risk", "Order", "")
            .row(
                Cell.text("P007 · W1-Hamburg"),
                Cell.line(Sparkline.of("rising", wave(1, 40), wave(2, 20))),
                Cell.number(84, 0),
                Cell.number(412.4, 0),
                Cell.percent(0.92, 0),
                Cell.number(1240, 0),
                Cell.status(Tone.BAD, "Order today"))
            .row(
                Cell.text("P023 · W3-Munich <script>alert(1)</script>"),
                Cell.line(Sparkline.of("falling", wave(3, 40), wave(4, 20))),
                Cell.number(1210, 0),
                Cell.number(998, 0),
                Cell.percent(0.31, 0),
                Cell.number(360, 0),
                Cell.status(Tone.WATCH, "Within a week"))
            .row(
                Cell.text("P091 · W5-Leipzig"),
                Cell.line(Sparkline.of("flat", wave(5, 60))),
                Cell.number(96, 0),
                Cell.number(Double.NaN, 0),
                Cell.percent(0.02, 0),
                Cell.number(0, 0),
                Cell.status(Tone.GOOD, "Enough"))
            .build();
    return Section.builder("Overview")
        .paragraph("Seventeen items are likely to run out before goods arrive; nine can be saved.")
        .tiles(
            Tile.of("Forecast, 28 days", "118,240", "units in 500 series"),
            new Tile("Accuracy gain", "23.4 %", "better than seasonal naive", Tone.GOOD),
            new Tile("Items at risk", "17", "order nine of them today", Tone.BAD),
            new Tile("Stock value", "412,900", "6 % above the plan", Tone.WATCH))
        .table(table)
        .note("Risk is the probability of running out before the next delivery.")
        .build();
  }

  private static Section accuracy() {
    BarChart.Builder chart =
        BarChart.builder("Error by method", "WAPE in %", "Synkro Predict", "Seasonal naive");
    chart.bar("All series", 18.2, 23.8).bar("Smooth demand", 14.9, 20.1);
    chart.bar("Intermittent demand", 61.3, 84.0).bar("New products", 33.0, Double.NaN);
    return Section.builder("Accuracy")
        .paragraph("Measured on the last 84 days, which the models had not seen.")
        .chart(chart.build())
        .bullets(List.of("Three folds of 28 days.", "Days without stock are left out."))
        .build();
  }

  private static Section series() {
    List<ChartGroup> groups = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      groups.add(
          new ChartGroup(
              "P00" + i + " · W1-Hamburg", List.of(forecast("Demand", i), stock("Stock", i))));
    }
    return Section.builder("Items").chooser("Item", groups).build();
  }

  private static Section segments() {
    BarChart.Builder chart = BarChart.builder("Revenue by segment", "share in %", "Share");
    chart.bar("Trade, often and much", 58.4).bar("Regular households", 31.0);
    return Section.builder("Customers").chart(chart.bar("Occasional", 10.6).build()).build();
  }

  static ForecastChart forecast(String title, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] history = new double[HISTORY];
    boolean[] out = new boolean[HISTORY];
    boolean[] promotion = new boolean[HISTORY + HORIZON];
    for (int i = 0; i < HISTORY; i++) {
      promotion[i] = i % 60 >= 40 && i % 60 < 47;
      out[i] = (i > 70 && i < 76) || i == 101;
      double level = 24 + 8 * Math.sin(2 * Math.PI * i / 7) + i / 12.0;
      history[i] =
          out[i] ? 0 : Math.rint(level * (promotion[i] ? 1.8 : 1) + 5 * random.nextDouble());
    }
    history[20] = Double.NaN;
    history[21] = Double.NaN;
    double[] forecast = new double[HORIZON];
    double[] lower = new double[HORIZON];
    double[] upper = new double[HORIZON];
    for (int h = 0; h < HORIZON; h++) {
      promotion[HISTORY + h] = h >= 14 && h < 21;
      double level = 38 + 8 * Math.sin(2 * Math.PI * (HISTORY + h) / 7);
      forecast[h] = level * (promotion[HISTORY + h] ? 1.6 : 1);
      lower[h] = forecast[h] * 0.75;
      upper[h] = forecast[h] * (1.25 + h / 150.0);
    }
    return ForecastChart.builder(title, "units per day", ChartTimes.days(FIRST, HISTORY + HORIZON))
        .history(history)
        .forecast(forecast)
        .interval("80 % interval", lower, upper)
        .stockOut(out)
        .promotion(promotion)
        .build();
  }

  static StockTrajectoryChart stock(String title, int seed) {
    int days = 42;
    double[] mean = new double[days];
    double[] lower = new double[days];
    double[] upper = new double[days];
    double stock = 420 + 20 * seed;
    for (int i = 0; i < days; i++) {
      stock += i == 18 || i == 33 ? 600 : 0;
      stock -= 30;
      mean[i] = stock;
      lower[i] = stock - 12 * Math.sqrt(i + 1.0) * 3;
      upper[i] = stock + 12 * Math.sqrt(i + 1.0) * 3;
    }
    return StockTrajectoryChart.builder(
            title, "units on hand", ChartTimes.days(LocalDate.of(2026, 1, 1), days))
        .mean(mean)
        .interval("80 % interval", lower, upper)
        .receipt(18, "+600")
        .receipt(33, "+600")
        .reorderPoint(310)
        .safetyStock(90)
        .build();
  }

  private static double[] wave(int seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = 10 + i * 0.1 + 3 * Math.sin(i) + 2 * random.nextDouble();
    }
    return values;
  }
}
