package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Projected stock: its mean as a line, its interval as a band, receipts as labelled markers,
 * reorder point and safety stock as labelled lines, and the time without stock shaded.
 */
public final class StockTrajectoryChart implements Chart {
  private final String title;
  private final String unit;
  private final ChartTimes times;
  private final double[] mean;
  private final Band band;
  private final boolean[] stockOut;
  private final List<Receipt> receipts;
  private final List<Level> levels;

  private StockTrajectoryChart(Builder builder) {
    title = builder.title;
    unit = builder.unit;
    times = builder.times;
    mean = builder.mean;
    band = builder.band;
    stockOut = builder.stockOut.length > 0 ? builder.stockOut : emptyWhere(mean);
    receipts = List.copyOf(builder.receipts);
    levels = List.copyOf(builder.levels);
  }

  /** Goods that arrive at a point of the chart. */
  record Receipt(int index, String label) {}

  /** A horizontal line with a name. */
  record Level(String name, double value) {}

  /**
   * Starts a chart.
   *
   * @param title heading, such as the series
   * @param unit unit of the values, such as "units on hand"
   * @param times points of the projection
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
    StringBuilder text = new StringBuilder("Projected ").append(unit).append(" from ");
    text.append(DateTicks.date(times.first())).append(" to ").append(DateTicks.date(times.last()));
    text.append(", starting at ").append(NumberText.brief(mean[0])).append(", lowest ");
    text.append(NumberText.brief(ChartData.min(Double.POSITIVE_INFINITY, mean))).append('.');
    for (Level level : levels) {
      text.append(' ').append(level.name()).append(' ');
      text.append(NumberText.brief(level.value())).append('.');
    }
    for (Receipt receipt : receipts) {
      text.append(" Receipt ").append(receipt.label()).append(" on ");
      text.append(DateTicks.date(times.values().get(receipt.index()))).append('.');
    }
    return text.toString();
  }

  private static boolean[] emptyWhere(double[] mean) {
    boolean[] empty = new boolean[mean.length];
    for (int i = 0; i < mean.length; i++) {
      empty[i] = mean[i] <= 0;
    }
    return empty;
  }

  String unit() {
    return unit;
  }

  ChartTimes times() {
    return times;
  }

  double[] mean() {
    return mean.clone();
  }

  Band band() {
    return band;
  }

  boolean[] stockOut() {
    return stockOut.clone();
  }

  List<Receipt> receipts() {
    return receipts;
  }

  List<Level> levels() {
    return levels;
  }

  /** Collects the parts of a {@link StockTrajectoryChart}. */
  public static final class Builder {
    private final String title;
    private final String unit;
    private final ChartTimes times;
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private double[] mean = {};
    private Band band = Band.none();
    private boolean[] stockOut = {};

    private Builder(String title, String unit, ChartTimes times) {
      this.title = title;
      this.unit = unit;
      this.times = times;
    }

    /**
     * Sets the expected stock; below zero it is owed to customers.
     *
     * @param values one value for each point; NaN is a gap
     * @return this builder
     */
    public Builder mean(double... values) {
      mean = ChartData.checked("mean", values);
      return this;
    }

    /**
     * Sets the interval around the expected stock.
     *
     * @param name its name for the legend, such as "80 % interval"
     * @param lower lower ends, one for each point; NaN is a gap
     * @param upper upper ends, not below the lower ones
     * @return this builder
     */
    public Builder interval(String name, double[] lower, double[] upper) {
      band = Band.of(name, lower, upper);
      return this;
    }

    /**
     * Adds goods that arrive.
     *
     * @param index the point at which they arrive, from 0
     * @param label what to print, such as "+120"
     * @return this builder
     */
    public Builder receipt(int index, String label) {
      Require.that(
          index >= 0 && index < times.size(),
          "receipt index",
          index,
          "must be below the number of points (" + times.size() + ")",
          "leave out receipts after the end");
      receipts.add(new Receipt(index, label));
      return this;
    }

    /**
     * Adds the stock position at which to order.
     *
     * @param value units
     * @return this builder
     */
    public Builder reorderPoint(double value) {
      levels.add(new Level("Reorder point", Require.nonNegative("reorderPoint", value, "")));
      return this;
    }

    /**
     * Adds the stock kept against surprises.
     *
     * @param value units
     * @return this builder
     */
    public Builder safetyStock(double value) {
      levels.add(new Level("Safety stock", Require.nonNegative("safetyStock", value, "")));
      return this;
    }

    /**
     * Marks points without stock; if this is not called, those where the mean is zero or less.
     *
     * @param flags one for each point
     * @return this builder
     */
    public Builder stockOut(boolean... flags) {
      stockOut = flags.clone();
      return this;
    }

    /**
     * Builds the chart.
     *
     * @return the chart
     * @throws io.synkro.predict.InvalidInputException if lengths disagree or there is no number
     */
    public StockTrajectoryChart build() {
      Require.that(!title.isBlank(), "title", title, "must not be blank", "");
      ChartData.notAllMissing("chart " + title, mean);
      ChartData.sameLength("mean", mean.length, times.size(), ", as the times");
      band.requireAlong(mean.length, ", as the times");
      if (stockOut.length > 0) {
        ChartData.sameLength("stockOut", stockOut.length, mean.length, ", as the times");
      }
      return new StockTrajectoryChart(this);
    }
  }
}
