package io.synkro.predict.examples.report;

import java.util.ArrayList;
import java.util.List;

/** Draws the charts over time. */
final class TimeCharts {
  private static final double POINTS_PER_PIXEL = 0.7;

  private TimeCharts() {}

  static void draw(ForecastChart chart, Svg svg, Svg.Size size) {
    double[] history = chart.history();
    double[] forecast = chart.forecast();
    double low = ChartData.min(0, history, forecast, chart.band().lower());
    double high = ChartData.max(0, history, forecast, chart.band().upper());
    NiceTicks ticks = NiceTicks.of(low, high, TimePlot.tickLimit(size));
    TimePlot plot = new TimePlot(svg, size, chart.times(), ticks);
    int points = (int) (size.width() * POINTS_PER_PIXEL);
    plot.runs("out", chart.stockOut(), TimePlot.TOP);
    plot.axes(chart.unit());
    plot.runs("promo", chart.promotion(), plot.bottom() - 5);
    plot.band("band", chart.band().lower(), chart.band().upper(), history.length);
    plot.line("past", history, 0, points);
    plot.line("next", forecast, history.length, points);
    if (history.length > 0 && forecast.length > 0) {
      origin(plot, svg, chart);
    }
  }

  private static void origin(TimePlot plot, Svg svg, ForecastChart chart) {
    int first = chart.history().length;
    double x = plot.between(first - 1, first);
    svg.line("origin", new Svg.Point(x, TimePlot.TOP - 6), new Svg.Point(x, plot.bottom()));
    String words = "Forecast from " + DateTicks.date(chart.times().values().get(first));
    boolean room = x + 6 + Svg.widthOf(words) <= plot.right() + 18;
    String css = room ? "note" : "note end";
    svg.label(css, new Svg.Point(room ? x + 6 : x - 6, TimePlot.TOP - 10), words);
  }

  static void draw(StockTrajectoryChart chart, Svg svg, Svg.Size size) {
    double[] mean = chart.mean();
    double[] levels = chart.levels().stream().mapToDouble(l -> l.value()).toArray();
    double low = ChartData.min(0, mean, chart.band().lower());
    double high = ChartData.max(0, mean, chart.band().upper(), levels);
    NiceTicks ticks = NiceTicks.of(low, high, TimePlot.tickLimit(size));
    TimePlot plot = new TimePlot(svg, size, chart.times(), ticks);
    plot.runs("out", chart.stockOut(), TimePlot.TOP);
    plot.axes(chart.unit());
    plot.band("band", chart.band().lower(), chart.band().upper(), 0);
    receipts(plot, svg, chart);
    plot.levels(chart.levels(), mean);
    plot.line("next", mean, 0, (int) (size.width() * POINTS_PER_PIXEL));
  }

  /** Triangles above the plot; a label that would touch the one before it is left out. */
  private static void receipts(TimePlot plot, Svg svg, StockTrajectoryChart chart) {
    double free = Svg.widthOf(chart.unit());
    for (StockTrajectoryChart.Receipt receipt : chart.receipts()) {
      double x = plot.x(receipt.index());
      double tip = TimePlot.TOP - 2;
      svg.line("receipt", new Svg.Point(x, tip), new Svg.Point(x, plot.bottom()));
      String triangle = "M" + Svg.coordinate(x) + " " + Svg.coordinate(tip) + "l-5 -8h10z";
      svg.path("arrow", triangle);
      double half = Svg.widthOf(receipt.label()) / 2;
      if (x - half >= free) {
        boolean edge = x + half > plot.right() + 20;
        Svg.Point at = new Svg.Point(edge ? plot.right() + 20 : x, tip - 12);
        svg.label(edge ? "note end" : "note middle", at, receipt.label());
        free = x + half + 6;
      }
    }
  }

  /** Names and swatches for what the chart shows. */
  static List<Legend.Entry> legend(ForecastChart chart) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (chart.history().length > 0) {
      entries.add(new Legend.Entry("past", "Recorded"));
    }
    if (chart.forecast().length > 0) {
      entries.add(new Legend.Entry("next", "Forecast"));
    }
    if (!chart.band().isEmpty()) {
      entries.add(new Legend.Entry("band", chart.band().name()));
    }
    if (any(chart.stockOut())) {
      entries.add(new Legend.Entry("out", "Out of stock: sales fall short of demand"));
    }
    if (any(chart.promotion())) {
      entries.add(new Legend.Entry("promo", "Promotion"));
    }
    return entries;
  }

  static List<Legend.Entry> legend(StockTrajectoryChart chart) {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry("next", "Expected stock"));
    if (!chart.band().isEmpty()) {
      entries.add(new Legend.Entry("band", chart.band().name()));
    }
    if (!chart.receipts().isEmpty()) {
      entries.add(new Legend.Entry("arrow", "Receipt"));
    }
    if (any(chart.stockOut())) {
      entries.add(new Legend.Entry("out", "Projected stock-out"));
    }
    return entries;
  }

  private static boolean any(boolean[] flags) {
    for (boolean flag : flags) {
      if (flag) {
        return true;
      }
    }
    return false;
  }
}
