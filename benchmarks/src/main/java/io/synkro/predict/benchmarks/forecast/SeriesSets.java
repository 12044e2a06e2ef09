package io.synkro.predict.benchmarks.forecast;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.synkro.predict.benchmarks.results.DataSets;
import io.synkro.predict.internal.DoubleArray;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The sets of series that are on this machine. Stateless. */
public final class SeriesSets {
  /**
   * Where a set is and how it is judged.
   *
   * @param file below the data folder
   * @param period value of column {@code period} of its series; empty for the whole file
   * @param season steps of a season
   * @param horizon steps to be forecast
   * @param missing what a missing value counts as
   */
  private record Protocol(String file, String period, int season, int horizon, double missing) {}

  private static final double NONE = Double.NaN;

  private static final Map<String, Protocol> PROTOCOLS =
      Map.of(
          "m3_yearly", new Protocol("m3/m3.csv.gz", "yearly", 1, 6, NONE),
          "m3_quarterly", new Protocol("m3/m3.csv.gz", "quarterly", 4, 8, NONE),
          "m3_monthly", new Protocol("m3/m3.csv.gz", "monthly", 12, 18, NONE),
          "m3_other", new Protocol("m3/m3.csv.gz", "other", 1, 8, NONE),
          "hospital", new Protocol("hospital/hospital.csv.gz", "", 12, 12, NONE),
          "carparts", new Protocol("carparts/carparts.csv.gz", "", 12, 12, 0),
          "tourism_monthly", new Protocol("tourism/tourism.csv.gz", "monthly", 12, 24, NONE),
          "tourism_quarterly", new Protocol("tourism/tourism.csv.gz", "quarterly", 4, 8, NONE),
          "m4_weekly", new Protocol("m4_weekly/m4_weekly.csv.gz", "", 52, 13, NONE));

  private SeriesSets() {}

  /**
   * Reads a set.
   *
   * @param name {@code m3_yearly}, {@code m3_quarterly}, {@code m3_monthly}, {@code m3_other},
   *     {@code hospital}, {@code carparts}, {@code tourism_monthly}, {@code tourism_quarterly} or
   *     {@code m4_weekly}
   * @return the set, or empty if this machine does not have its file
   * @throws IOException if the file cannot be read
   */
  public static Optional<SeriesSet> find(String name) throws IOException {
    Protocol protocol = PROTOCOLS.get(name);
    if (protocol == null) {
      throw new IllegalArgumentException(
          "name (%s) must be one of %s".formatted(name, PROTOCOLS.keySet()));
    }
    Optional<Path> file = DataSets.find(protocol.file);
    return file.isEmpty() ? Optional.empty() : Optional.of(read(name, protocol, file.get()));
  }

  /**
   * Reads the spare parts of cars, which have no official split.
   *
   * @param known how many months are known; the one after them is to be forecast
   * @return the set, or empty if this machine does not have its file
   * @throws IOException if the file cannot be read
   */
  static Optional<SeriesSet> spareParts(int known) throws IOException {
    Optional<Path> file = DataSets.find("spare_parts_auto/auto.csv.gz");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Map<String, DoubleArray> all = new LinkedHashMap<>();
    forEachLine(
        file.get(),
        line ->
            all.computeIfAbsent(line.getField("series_id"), id -> new DoubleArray())
                .add(Double.parseDouble(line.getField("value"))));
    List<SeriesSet.Series> series = new ArrayList<>();
    all.forEach(
        (id, values) ->
            series.add(
                new SeriesSet.Series(
                    id, Arrays.copyOf(values.toArray(), known), new double[] {values.get(known)})));
    return Optional.of(new SeriesSet("spare_parts_auto", 12, 1, series));
  }

  private static SeriesSet read(String name, Protocol protocol, Path file) throws IOException {
    Map<String, DoubleArray> train = new LinkedHashMap<>();
    Map<String, DoubleArray> test = new LinkedHashMap<>();
    forEachLine(
        file,
        line -> {
          if (protocol.period.isEmpty() || line.getField("period").equals(protocol.period)) {
            String field = line.getField("value");
            (line.getField("split").equals("train") ? train : test)
                .computeIfAbsent(line.getField("series_id"), id -> new DoubleArray())
                .add(field.isEmpty() ? protocol.missing : Double.parseDouble(field));
          }
        });
    List<SeriesSet.Series> series = new ArrayList<>();
    for (Map.Entry<String, DoubleArray> each : train.entrySet()) {
      double[] future = test.getOrDefault(each.getKey(), new DoubleArray()).toArray();
      if (future.length != protocol.horizon) {
        throw new IOException(
            "%s of %s has %d steps to forecast, not %d"
                .formatted(each.getKey(), name, future.length, protocol.horizon));
      }
      series.add(new SeriesSet.Series(each.getKey(), each.getValue().toArray(), future));
    }
    return new SeriesSet(name, protocol.season, protocol.horizon, series);
  }

  /**
   * Reads a table.
   *
   * @param file gzip, CSV with a line of names
   * @param consumer takes each line
   * @throws IOException if the file cannot be read
   */
  public static void forEachLine(Path file, Consumer<NamedCsvRecord> consumer) throws IOException {
    try (Reader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
      lines.forEach(consumer);
    }
  }
}
