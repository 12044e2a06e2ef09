package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;

/** Horizontal bars with their values; one to three bars side by side for every label. */
public final class BarChart implements Chart {
  private static final int MAX_SERIES = 3;

  private final String title;
  private final String unit;
  private final int decimals;
  private final List<String> series;
  private final List<Bar> bars;

  private BarChart(Builder builder) {
    title = builder.title;
    unit = builder.unit;
    decimals = builder.decimals;
    series = builder.series;
    bars = List.copyOf(builder.bars);
  }

  /** The values of a label, one for each series. */
  record Bar(String label, List<Double> values) {}

  /**
   * Starts a chart.
   *
   * @param title heading
   * @param unit unit of the values, such as "% error"
   * @param series one to three names for the legend; the first is the one to look at
   * @return a builder
   */
  public static Builder builder(String title, String unit, String... series) {
    return new Builder(title, unit, List.of(series));
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("Bars in ").append(unit).append(": ");
    for (Bar bar : bars) {
      text.append(bar.label());
      for (int i = 0; i < series.size(); i++) {
        text.append(i == 0 ? " " : ", ").append(series.get(i)).append(' ');
        text.append(NumberText.of(bar.values().get(i), decimals));
      }
      text.append("; ");
    }
    return text.substring(0, text.length() - 2) + ".";
  }

  String unit() {
    return unit;
  }

  int decimals() {
    return decimals;
  }

  List<String> series() {
    return series;
  }

  List<Bar> bars() {
    return bars;
  }

  /** Collects the parts of a {@link BarChart}. */
  public static final class Builder {
    private final String title;
    private final String unit;
    private final List<String> series;
    private final List<Bar> bars = new ArrayList<>();
    private int decimals = 1;

    private Builder(String title, String unit, List<String> series) {
      Require.that(
          !series.isEmpty() && series.size() <= MAX_SERIES,
          "series",
          series.size(),
          "must be one to three names",
          "draw two charts");
      this.title = title;
      this.unit = unit;
      this.series = series;
    }

    /**
     * Sets how many digits follow the point of a value; 1 if this is not called.
     *
     * @param decimals digits, 0 to 9
     * @return this builder
     */
    public Builder decimals(int decimals) {
      Require.that(decimals >= 0 && decimals <= 9, "decimals", decimals, "must be 0 to 9", "");
      this.decimals = decimals;
      return this;
    }

    /**
     * Adds a label with its bars.
     *
     * @param label what the bars belong to
     * @param values one for each series, none negative; NaN draws no bar
     * @return this builder
     */
    public Builder bar(String label, double... values) {
      ChartData.sameLength("values of " + label, values.length, series.size(), ", as the series");
      List<Double> row = new ArrayList<>();
      for (double value : ChartData.checked(label, values)) {
        Require.that(!(value < 0), label, value, "must not be negative", "use a table");
        row.add(value);
      }
      bars.add(new Bar(label, List.copyOf(row)));
      return this;
    }

    /**
     * Builds the chart.
     *
     * @return the chart
     * @throws io.synkro.predict.InvalidInputException if there is no bar
     */
    public BarChart build() {
      Require.that(!title.isBlank(), "title", title, "must not be blank", "");
      Require.that(!bars.isEmpty(), "chart " + title, "no bars", "must have a bar", "add bars");
      return new BarChart(this);
    }
  }
}
