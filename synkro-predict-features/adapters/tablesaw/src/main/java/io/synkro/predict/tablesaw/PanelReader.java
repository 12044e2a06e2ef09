package io.synkro.predict.tablesaw;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Reads one table into a panel. Used once, by one thread. */
final class PanelReader {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private final Table table;
  private final PanelMapping mapping;
  private final Column<?> dates;
  private final NumericColumn<?> units;
  private final Map<String, NumericColumn<?>> covariates = new LinkedHashMap<>();
  private final Map<String, Column<?>> attributes = new LinkedHashMap<>();

  PanelReader(Table table, PanelMapping mapping) {
    this.table = table;
    this.mapping = mapping;
    dates = Cells.column(table, mapping.columns().date());
    units = Cells.numbers(table, mapping.columns().units());
    mapping.covariates().keySet().forEach(name -> covariates.put(name, Cells.numbers(table, name)));
    mapping.attributes().forEach(name -> attributes.put(name, Cells.texts(table, name)));
  }

  SeriesPanel read() {
    Require.atLeast("rows of the table", table.rowCount(), 1, "");
    LocalDateTime[] times = times();
    LocalDateTime first = Arrays.stream(times).min(LocalDateTime::compareTo).orElseThrow();
    TimeAxis axis = new TimeAxis(mapping.frequency(), first);
    int[] steps = new int[times.length];
    for (int row = 0; row < steps.length; row++) {
      steps[row] = Math.toIntExact(axis.stepOf(times[row]));
      if (!axis.at(steps[row]).equals(times[row])) {
        throw Cells.refuse(
            dates,
            row,
            "must begin a step of a %s axis from %s".formatted(mapping.frequency(), first),
            "check the frequency");
      }
    }
    SeriesPanelBuilder builder = SeriesPanel.builder(axis).futureSteps(mapping.futureSteps());
    mapping.covariates().forEach(builder::covariate);
    mapping.attributes().forEach(builder::attribute);
    rowsOfSeries().forEach((id, rows) -> add(builder, axis, id, new Part(rows.toArray(), steps)));
    return builder.build();
  }

  private LocalDateTime[] times() {
    LocalDateTime[] times = new LocalDateTime[table.rowCount()];
    for (int row = 0; row < times.length; row++) {
      LocalDateTime time = time(row);
      if (time == null || time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
        throw Cells.refuse(
            dates,
            row,
            "must be a date from %d to %d".formatted(FIRST_YEAR, LAST_YEAR),
            "leave the row out");
      }
      if (!mapping.frequency().floor(time).equals(time)) {
        throw Cells.refuse(
            dates,
            row,
            "must begin a step of a %s axis".formatted(mapping.frequency()),
            "use " + mapping.frequency().floor(time));
      }
      times[row] = time;
    }
    return times;
  }

  private @Nullable LocalDateTime time(int row) {
    if (dates.isMissing(row)) {
      return null;
    }
    if (dates instanceof DateColumn days) {
      return days.get(row).atStartOfDay();
    }
    if (dates instanceof DateTimeColumn hours) {
      return hours.get(row);
    }
    throw Cells.type(dates, "must have dates or local date-times");
  }

  private Map<SeriesId, IntArray> rowsOfSeries() {
    Column<?> products = Cells.texts(table, mapping.columns().product());
    Column<?> warehouses = Cells.texts(table, mapping.columns().warehouse());
    Map<SeriesId, IntArray> rows = new LinkedHashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      SeriesId id = SeriesId.of(Cells.text(products, row), Cells.text(warehouses, row));
      rows.computeIfAbsent(id, unused -> new IntArray()).add(row);
    }
    return rows;
  }

  /** The rows of one series, and where each lies in it. */
  private static final class Part {
    private final int[] rows;
    private final int[] positions;
    private final int first;
    private final int span;

    Part(int[] rows, int[] stepOfRow) {
      this.rows = rows;
      int[] steps = Arrays.stream(rows).map(row -> stepOfRow[row]).toArray();
      first = Arrays.stream(steps).min().orElseThrow();
      positions = Arrays.stream(steps).map(step -> step - first).toArray();
      span = Arrays.stream(positions).max().orElseThrow() + 1;
    }
  }

  private void add(SeriesPanelBuilder builder, TimeAxis axis, SeriesId id, Part part) {
    int length = part.span - mapping.futureSteps();
    if (length < 1) {
      throw new InvalidInputException(
          "steps of series " + id,
          Integer.toString(part.span),
          "must be more than the future steps, " + mapping.futureSteps(),
          "leave the series out");
    }
    requireUnique(part);
    double[] sold = values(units, part, length);
    Map<String, double[]> covariateOf = new HashMap<>();
    covariates.forEach(
        (name, column) -> {
          boolean known = mapping.covariates().get(name) == Availability.KNOWN_IN_FUTURE;
          covariateOf.put(name, values(column, part, known ? part.span : length));
        });
    Map<String, String> attributeOf = new HashMap<>();
    attributes.forEach((name, column) -> putConstant(attributeOf, name, column, part));
    builder.add(new TimeSeries(id, axis, part.first, sold), covariateOf, attributeOf);
  }

  private void requireUnique(Part part) {
    BitSet seen = new BitSet();
    for (int i = 0; i < part.rows.length; i++) {
      int row = part.rows[i];
      int t = part.positions[i];
      if (seen.get(t)) {
        throw Cells.refuse(
            dates, row, "must occur once in its series", "add up the rows of a date first");
      }
      seen.set(t);
    }
  }

  private static double[] values(NumericColumn<?> column, Part part, int length) {
    double[] values = new double[length];
    Arrays.fill(values, Double.NaN);
    for (int i = 0; i < part.rows.length; i++) {
      int row = part.rows[i];
      int t = part.positions[i];
      double value = column.getDouble(row);
      if (Math.abs(value) > TimeSeries.MAX_VALUE) {
        throw Cells.refuse(
            column, row, "must be at most 1e15 in size", "look for a division by zero upstream");
      }
      if (t < length) {
        values[t] = value;
      } else if (!Double.isNaN(value)) {
        throw Cells.refuse(
            column,
            row,
            "must be missing in the last rows of a series, which are plans",
            "check futureSteps");
      }
    }
    return values;
  }

  private static void putConstant(
      Map<String, String> attributeOf, String name, Column<?> column, Part part) {
    for (int row : part.rows) {
      if (!column.isMissing(row)) {
        String value = column.getUnformattedString(row);
        String earlier = attributeOf.putIfAbsent(name, value);
        if (earlier != null && !earlier.equals(value)) {
          throw Cells.refuse(
              column,
              row,
              "must be the same in all rows of its series, %s"
                  .formatted(Require.abbreviated(earlier, 80)),
              "make it a covariate");
        }
      }
    }
  }
}
