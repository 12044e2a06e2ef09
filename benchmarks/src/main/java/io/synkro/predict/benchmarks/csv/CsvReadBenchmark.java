package io.synkro.predict.benchmarks.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads a sales file of a million rows into a panel, beside the CSV library alone, which only
 * splits the same file into fields.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 2, jvmArgs = "-Xmx1g")
public class CsvReadBenchmark {
  private static final int SERIES = 2000;
  private static final int DAYS = 500;

  private Path file = Path.of("");

  /** Creates the benchmark; JMH does. */
  public CsvReadBenchmark() {}

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written
   */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("synkro-sales-", ".csv");
    SplittableRandom random = new SplittableRandom(42);
    LocalDate first = LocalDate.of(2024, 1, 1);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("product,warehouse,date,units,price,promotion,in_stock\n");
      for (int i = 0; i < SERIES; i++) {
        for (int t = 0; t < DAYS; t++) {
          out.write(
              "P%05d,W%d,%s,%d,%d.99,%d,1\n"
                  .formatted(
                      i / 5,
                      i % 5,
                      first.plusDays(t),
                      random.nextInt(100),
                      random.nextInt(50),
                      random.nextInt(2)));
        }
      }
    }
  }

  /**
   * Deletes the file.
   *
   * @throws IOException if it cannot be deleted
   */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /**
   * Reads into a panel.
   *
   * @return the panel
   */
  @Benchmark
  public SeriesPanel panel() {
    return SalesCsv.read(file);
  }

  /**
   * Splits into fields.
   *
   * @return number of characters in all fields, so that the work is kept
   */
  @Benchmark
  public long fieldsOnly() {
    long characters = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord row : reader) {
        for (int f = 0; f < row.getFieldCount(); f++) {
          characters += row.getField(f).length();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return characters;
  }
}
