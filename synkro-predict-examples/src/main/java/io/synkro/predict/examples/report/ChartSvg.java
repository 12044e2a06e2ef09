package io.synkro.predict.examples.report;

import java.util.List;

/** Turns charts into figures: each is drawn for wide and for narrow screens, and CSS shows one. */
final class ChartSvg {
  static final double WIDE = 920;
  static final double NARROW = 360;
  private static final double SPARK_WIDTH = 110;
  private static final double SPARK_HEIGHT = 26;

  private ChartSvg() {}

  /** A figure with heading, legend and both pictures; the id must be unique in the page. */
  static String figure(Chart chart, String id) {
    return "<figure><figcaption>"
        + HtmlText.escape(chart.title())
        + "</figcaption>"
        + Legend.html(legend(chart))
        + picture(chart, id + "w", WIDE)
        + picture(chart, id + "n", NARROW)
        + "</figure>";
  }

  static String picture(Chart chart, String id, double width) {
    Svg.Size size = new Svg.Size(width, height(chart, width));
    Svg.Words words = new Svg.Words(chart.title(), chart.description());
    Svg svg = Svg.start(id, "plot " + (width < WIDE ? "narrow" : "wide"), size, words);
    if (chart instanceof ForecastChart forecast) {
      TimeCharts.draw(forecast, svg, size);
    } else if (chart instanceof StockTrajectoryChart stock) {
      TimeCharts.draw(stock, svg, size);
    } else if (chart instanceof BarChart bars) {
      BarCharts.draw(bars, svg, size);
    }
    return svg.end();
  }

  private static double height(Chart chart, double width) {
    if (chart instanceof BarChart bars) {
      return BarCharts.height(bars, width);
    }
    return width < WIDE ? 260 : 330;
  }

  private static List<Legend.Entry> legend(Chart chart) {
    if (chart instanceof ForecastChart forecast) {
      return TimeCharts.legend(forecast);
    }
    if (chart instanceof StockTrajectoryChart stock) {
      return TimeCharts.legend(stock);
    }
    return chart instanceof BarChart bars ? BarCharts.legend(bars) : List.of();
  }

  static String sparkline(Sparkline sparkline, String id) {
    double[] values = sparkline.values();
    double low = ChartData.min(Double.POSITIVE_INFINITY, values);
    double high = ChartData.max(Double.NEGATIVE_INFINITY, values);
    Svg.Size size = new Svg.Size(SPARK_WIDTH, SPARK_HEIGHT);
    Svg.Words words = new Svg.Words("Trend", sparkline.description());
    Svg svg = Svg.start(id, "spark", size, words);
    int from = sparkline.forecastFrom();
    svg.path("past", sparkPath(values, 0, Math.min(values.length, from), new Range(low, high)));
    svg.path("next", sparkPath(values, from, values.length, new Range(low, high)));
    return svg.end();
  }

  private record Range(double low, double high) {
    double y(double value) {
      double share = high > low ? (value - low) / (high - low) : 0.5;
      return SPARK_HEIGHT - 3 - share * (SPARK_HEIGHT - 6);
    }
  }

  private static StringBuilder sparkPath(double[] values, int from, int to, Range range) {
    StringBuilder path = new StringBuilder();
    double step = (SPARK_WIDTH - 4) / Math.max(1, values.length - 1);
    boolean drawing = false;
    for (int i = from; i < to; i++) {
      if (Double.isNaN(values[i])) {
        drawing = false;
        continue;
      }
      path.append(drawing ? 'L' : 'M').append(Svg.coordinate(2 + i * step)).append(' ');
      path.append(Svg.coordinate(range.y(values[i])));
      drawing = true;
    }
    return path;
  }
}
