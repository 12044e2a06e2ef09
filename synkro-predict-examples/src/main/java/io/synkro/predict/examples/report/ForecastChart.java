package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;

/**
 * History and forecast of a series: a line, another line from the forecast's origin on, the
 * interval as a band, days without stock shaded, promotions marked.
 */
public final class ForecastChart implements Chart {
  private final String title;
  private final String unit;
  private final ChartTimes times;
  private final double[] history;
  private final double[] forecast;
  private final Band band;
  private final boolean[] stockOut;
  private final boolean[] promotion;

  private ForecastChart(Builder builder) {
    title = builder.title;
    unit = builder.unit;
    times = builder.times;
    history = builder.history;
    forecast = builder.forecast;
    band = builder.band;
    stockOut = builder.stockOut;
    promotion = builder.promotion;
  }

  /**
   * Starts a chart.
   *
   * @param title heading, such as the series
   * @param unit unit of the values, such as "units per day"
   * @param times points of the history followed by those of the forecast
   * @return a builder
   */
  public static Builder builder(String title, String unit, ChartTimes times) {
    return new Builder(title, unit, times);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("Recorded ").append(unit).append(" from ");
    text.append(DateTicks.date(times.first())).append(", ").append(history.length);
    text.append(" points, ").append(NumberText.brief(ChartData.mean(history)));
    text.append(" on average.");
    if (forecast.length > 0) {
      text.append(" Forecast from ").append(DateTicks.date(times.values().get(history.length)));
      text.append(" to ").append(DateTicks.date(times.last())).append(", ");
      text.append(NumberText.brief(ChartData.mean(forecast))).append(" on average");
      text.append(band.isEmpty() ? "." : ", with the " + band.name() + ".");
    }
    return text.toString();
  }

  String unit() {
    return unit;
  }

  ChartTimes times() {
    return times;
  }

  double[] history() {
    return history.clone();
  }

  double[] forecast() {
    return forecast.clone();
  }

  Band band() {
    return band;
  }

  boolean[] stockOut() {
    return stockOut.clone();
  }

  boolean[] promotion() {
    return promotion.clone();
  }

  /** Collects the parts of a {@link ForecastChart}. */
  public static final class Builder {
    private final String title;
    private final String unit;
    private final ChartTimes times;
    private double[] history = {};
    private double[] forecast = {};
    private Band band = Band.none();
    private boolean[] stockOut = {};
    private boolean[] promotion = {};

    private Builder(String title, String unit, ChartTimes times) {
      this.title = title;
      this.unit = unit;
      this.times = times;
    }

    /**
     * Sets what was recorded.
     *
     * @param values one value for each of the first points; NaN is a gap in the line
     * @return this builder
     */
    public Builder history(double... values) {
      history = ChartData.checked("history", values);
      return this;
    }

    /**
     * Sets what is expected.
     *
     * @param values one value for each of the points after the history; NaN is a gap
     * @return this builder
     */
    public Builder forecast(double... values) {
      forecast = ChartData.checked("forecast", values);
      return this;
    }

    /**
     * Sets the interval around the forecast.
     *
     * @param name its name for the legend, such as "80 % interval"
     * @param lower lower ends, one for each value of the forecast; NaN is a gap
     * @param upper upper ends, not below the lower ones
     * @return this builder
     */
    public Builder interval(String name, double[] lower, double[] upper) {
      band = Band.of(name, lower, upper);
      return this;
    }

    /**
     * Marks points of the history at which the shelf was empty.
     *
     * @param flags one for each value of the history
     * @return this builder
     */
    public Builder stockOut(boolean... flags) {
      stockOut = flags.clone();
      return this;
    }

    /**
     * Marks points at which the product was on promotion.
     *
     * @param flags one for each point of history and forecast
     * @return this builder
     */
    public Builder promotion(boolean... flags) {
      promotion = flags.clone();
      return this;
    }

    /**
     * Builds the chart.
     *
     * @return the chart
     * @throws io.synkro.predict.InvalidInputException if lengths disagree or there is no number
     */
    public ForecastChart build() {
      Require.that(!title.isBlank(), "title", title, "must not be blank", "");
      ChartData.notAllMissing("chart " + title, history, forecast);
      int length = history.length + forecast.length;
      ChartData.sameLength("times", times.size(), length, ", as many as history and forecast");
      band.requireAlong(forecast.length, ", as the forecast");
      if (stockOut.length > 0) {
        ChartData.sameLength("stockOut", stockOut.length, history.length, ", as the history");
      }
      if (promotion.length > 0) {
        ChartData.sameLength("promotion", promotion.length, length, ", as the times");
      }
      return new ForecastChart(this);
    }
  }
}
