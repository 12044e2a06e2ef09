package io.synkro.predict.csv;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts the rows of a file into their places in a panel. */
final class PanelAssembly {
  private static final int NONE = -1;

  private final Path file;
  private final SalesMapping mapping;
  private final SalesRows rows;
  private final Rejections rejections;

  PanelAssembly(Path file, SalesMapping mapping, SalesRows rows, Rejections rejections) {
    this.file = file;
    this.mapping = mapping;
    this.rows = rows;
    this.rejections = rejections;
  }

  SeriesPanel build() {
    if (rows.size() == 0) {
      rejections.check();
    }
    try {
      return assemble();
    } catch (UnreadableFileException e) {
      rejections.check(); // rejected lines are the likelier reason
      throw e;
    }
  }

  private SeriesPanel assemble() {
    int[] hours = sortedHours();
    Frequency frequency =
        mapping
            .frequency()
            .or(() -> mapping.periods().map(numbers -> numbers.unit().frequency()))
            .orElseGet(() -> StepLength.of(file, hours));
    TimeAxis axis = StepLength.axis(frequency, hours);
    int[] steps = new int[rows.datePool().size()];
    for (int date = 0; date < steps.length; date++) {
      steps[date] = (int) axis.stepOf(Dates.time(rows.datePool().epochHour(date)));
    }
    RowGrid grid = RowGrid.of(file, rows, steps);
    CellValues cells = new CellValues(rows, grid, mapping.duplicates(), rejections);
    cells.place();
    rejections.check();
    int horizon = grid.horizon();
    Map<String, Availability> kinds = kinds(cells, grid, horizon);
    note(axis, grid, horizon, kinds);
    return panel(axis, grid, cells, new Shape(horizon, kinds));
  }

  private record Shape(int horizon, Map<String, Availability> kinds) {}

  private int[] sortedHours() {
    boolean[] used = new boolean[rows.datePool().size()];
    for (int row = 0; row < rows.size(); row++) {
      used[rows.date(row)] = true;
    }
    return IntStream.range(0, used.length)
        .filter(date -> used[date])
        .map(date -> rows.datePool().epochHour(date))
        .distinct()
        .sorted()
        .toArray();
  }

  private Map<String, Availability> kinds(CellValues cells, RowGrid grid, int horizon) {
    Map<String, Availability> kinds = new HashMap<>();
    for (int c = 0; c < rows.covariates().size(); c++) {
      String name = rows.covariates().get(c);
      int column = c;
      boolean known =
          !name.equals(SalesRole.IN_STOCK.column())
              && mapping
                  .knownInFuture()
                  .map(names -> names.contains(name))
                  .orElseGet(() -> horizon > 0 && cells.coversFuture(column, grid, horizon));
      kinds.put(name, known ? Availability.KNOWN_IN_FUTURE : Availability.PAST_ONLY);
    }
    mapping.knownInFuture().ifPresent(this::requireCovariates);
    return kinds;
  }

  private void requireCovariates(Iterable<String> names) {
    for (String name : names) {
      if (!rows.covariates().contains(name)) {
        throw new UnreadableFileException(
            file,
            0,
            "\"known_in_future\" names \"%s\", which is no covariate; those are %s"
                .formatted(name, rows.covariates()),
            "add it to \"covariates\"");
      }
    }
  }

  private void note(TimeAxis axis, RowGrid grid, int horizon, Map<String, Availability> kinds) {
    rejections.note(
        "%s steps from %s to %s"
            .formatted(
                axis.frequency().name().toLowerCase(Locale.ROOT),
                time(axis, 0),
                time(axis, grid.end() - 1)));
    if (grid.futureRows() > 0) {
      List<String> known =
          rows.covariates().stream()
              .filter(name -> kinds.get(name) == Availability.KNOWN_IN_FUTURE)
              .toList();
      rejections.note(
          String.format(
              Locale.ROOT,
              "%,d rows after the last units give %d steps ahead of %s",
              grid.futureRows(),
              horizon,
              known.isEmpty() ? "nothing" : String.join(", ", known)));
    }
    if (grid.onlyFuture() > 0) {
      rejections.note(
          "%d series have rows after the last units only; each has one missing observation"
              .formatted(grid.onlyFuture()));
    }
  }

  private static String time(TimeAxis axis, int step) {
    LocalDateTime time = axis.at(step);
    return axis.frequency() == Frequency.HOURLY ? time.toString() : time.toLocalDate().toString();
  }

  private SeriesPanel panel(TimeAxis axis, RowGrid grid, CellValues cells, Shape shape) {
    SeriesPanelBuilder builder = SeriesPanel.builder(axis).futureSteps(shape.horizon());
    rows.covariates()
        .forEach(
            name ->
                builder.covariate(name, shape.kinds().getOrDefault(name, Availability.PAST_ONLY)));
    rows.attributeNames().forEach(builder::attribute);
    List<SeriesId> ids = rows.ids();
    int[] sorted =
        IntStream.range(0, ids.size())
            .filter(series -> grid.start(series) != RowGrid.ABSENT)
            .boxed()
            .sorted(Comparator.comparing(ids::get))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int series : sorted) {
      int length = grid.end() - grid.start(series);
      Map<String, double[]> covariates = new HashMap<>();
      for (int c = 0; c < rows.covariates().size(); c++) {
        String name = rows.covariates().get(c);
        boolean known = shape.kinds().get(name) == Availability.KNOWN_IN_FUTURE;
        covariates.put(
            name, column(cells.values(c), grid, series, length + (known ? shape.horizon() : 0)));
      }
      double[] units = column(cells.units(), grid, series, length);
      if (mapping.absentRows() == SalesMapping.AbsentRows.ZERO) {
        fillAbsent(units, grid, series);
      }
      builder.add(
          new TimeSeries(ids.get(series), axis, grid.start(series), units),
          covariates,
          rows.attributes(series));
    }
    return builder.build();
  }

  private static double[] column(double[] values, RowGrid grid, int series, int length) {
    double[] column = new double[length];
    for (int t = 0; t < length; t++) {
      int row = grid.row(series, t);
      column[t] = row == NONE ? Double.NaN : values[row];
    }
    return column;
  }

  private static void fillAbsent(double[] units, RowGrid grid, int series) {
    if (grid.firstIsFuture(series)) {
      return; // not on sale yet: nothing is known of it
    }
    for (int t = 0; t < units.length; t++) {
      if (grid.row(series, t) == NONE) {
        units[t] = 0;
      }
    }
  }
}
