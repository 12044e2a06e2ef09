package io.synkro.predict.benchmarks.forecast;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.synkro.predict.benchmarks.results.DataSets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forecasts that were sent to the M3 competition, by method and series. */
final class PublishedM3 {
  private static final List<String> NO_METHODS = List.of("series_id", "period", "h", "actual");
  private static final int LONGEST = 18;

  private final Map<String, Map<String, double[]>> forecasts = new LinkedHashMap<>();

  private PublishedM3() {}

  /** Empty if this machine does not have them. */
  static Optional<PublishedM3> find() throws IOException {
    Optional<Path> file = DataSets.find("m3/m3_published_forecasts.csv.gz");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    PublishedM3 published = new PublishedM3();
    SeriesSets.forEachLine(file.get(), published::add);
    return Optional.of(published);
  }

  private void add(NamedCsvRecord line) {
    int step = Integer.parseInt(line.getField("h")) - 1;
    for (String method : line.getHeader()) {
      String field = line.getField(method);
      if (!NO_METHODS.contains(method) && !field.isEmpty()) {
        forecasts.computeIfAbsent(method, m -> new LinkedHashMap<>())
                .computeIfAbsent(line.getField("series_id"), id -> new double[LONGEST])[step] =
            Double.parseDouble(field);
      }
    }
  }

  /** All methods, in the order of the file. */
  Iterable<String> methods() {
    return forecasts.keySet();
  }

  /** What a method sent for a series; empty if it sent nothing. */
  Optional<double[]> forecast(String method, SeriesSet.Series series) {
    double[] sent = forecasts.getOrDefault(method, Map.of()).get(series.id());
    return Optional.ofNullable(sent).map(f -> Arrays.copyOf(f, series.test().length));
  }
}
