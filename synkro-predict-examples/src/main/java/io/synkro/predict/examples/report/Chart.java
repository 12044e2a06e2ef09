package io.synkro.predict.examples.report;

/** A picture of numbers. Charts are immutable and know nothing of how they are drawn. */
public sealed interface Chart permits ForecastChart, StockTrajectoryChart, BarChart {
  /**
   * Returns what the chart shows, as its heading.
   *
   * @return the title
   */
  String title();

  /**
   * Returns what a reader who cannot see the picture should know of it.
   *
   * @return the description in a sentence or two
   */
  String description();
}
