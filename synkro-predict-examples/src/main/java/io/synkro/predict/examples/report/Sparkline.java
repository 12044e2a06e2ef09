package io.synkro.predict.examples.report;

/** A line as small as a word, for a cell of a table. */
public final class Sparkline {
  private final String description;
  private final double[] values;
  private final int forecastFrom;

  private Sparkline(String description, double[] values, int forecastFrom) {
    this.description = description;
    this.values = values;
    this.forecastFrom = forecastFrom;
  }

  /**
   * Returns a line.
   *
   * @param description what it shows, for readers who cannot see it
   * @param values the values, at least one number; NaN is a gap
   * @return the sparkline
   */
  public static Sparkline of(String description, double... values) {
    ChartData.notAllMissing("sparkline " + description, values);
    return new Sparkline(description, ChartData.checked("values", values), values.length);
  }

  /**
   * Returns a line that goes on as a forecast.
   *
   * @param description what it shows, for readers who cannot see it
   * @param history recorded values; NaN is a gap
   * @param forecast the values after them; NaN is a gap
   * @return the sparkline
   */
  public static Sparkline of(String description, double[] history, double[] forecast) {
    double[] all = new double[history.length + forecast.length];
    System.arraycopy(history, 0, all, 0, history.length);
    System.arraycopy(forecast, 0, all, history.length, forecast.length);
    ChartData.notAllMissing("sparkline " + description, all);
    return new Sparkline(description, ChartData.checked("values", all), history.length);
  }

  String description() {
    return description;
  }

  double[] values() {
    return values.clone();
  }

  int forecastFrom() {
    return forecastFrom;
  }
}
