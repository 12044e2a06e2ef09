package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Weekly sales of departments of shops with the weeks of holidays. Immutable. */
final class ShopWeeks {
  private static final LocalDate FIRST = LocalDate.of(2010, 2, 5);
  private static final int WEEKS = 104;

  private final Map<SeriesId, double[]> sales;
  private final Set<Integer> holidays;
  private final SeriesPanel panel;

  private ShopWeeks(Map<SeriesId, double[]> sales, Set<Integer> holidays) {
    this.sales = sales;
    this.holidays = holidays;
    TimeAxis axis = TimeAxis.of(Frequency.WEEKLY, FIRST);
    SeriesPanelBuilder builder =
        SeriesPanel.builder(axis)
            .covariate("holiday", Availability.KNOWN_IN_FUTURE)
            .attribute("shop")
            .attribute("department");
    double[] flags = new double[WEEKS];
    Arrays.setAll(flags, t -> holidays.contains(t) ? 1 : 0);
    sales.forEach(
        (id, values) -> {
          int first = 0;
          while (Double.isNaN(values[first])) {
            first++;
          }
          builder.add(
              new TimeSeries(id, axis, first, Arrays.copyOfRange(values, first, WEEKS)),
              Map.of("holiday", Arrays.copyOfRange(flags, first, WEEKS)),
              Map.of("shop", id.warehouse().value(), "department", id.product().value()));
        });
    this.panel = builder.build();
  }

  static ShopWeeks read(Path file) throws IOException {
    Map<SeriesId, double[]> sales = new LinkedHashMap<>();
    Set<Integer> holidays = new HashSet<>();
    SeriesSets.forEachLine(
        file,
        line -> {
          SeriesId id = SeriesId.of(line.getField("Dept"), line.getField("Store"));
          LocalDate date = LocalDate.parse(line.getField("Date"));
          int week = (int) (date.toEpochDay() - FIRST.toEpochDay()) / 7;
          double[] values =
              sales.computeIfAbsent(
                  id,
                  s -> {
                    double[] none = new double[WEEKS];
                    Arrays.fill(none, Double.NaN);
                    return none;
                  });
          values[week] = Double.parseDouble(line.getField("Weekly_Sales"));
          if (Boolean.parseBoolean(line.getField("IsHoliday"))) {
            holidays.add(week);
          }
        });
    return new ShopWeeks(sales, holidays);
  }

  SeriesPanel panel() {
    return panel;
  }

  /** Sales of a week, NaN if none were recorded. */
  double sales(SeriesId id, int week) {
    double[] values = sales.get(id);
    return values == null ? Double.NaN : values[week];
  }

  boolean isHoliday(int week) {
    return holidays.contains(week);
  }
}
