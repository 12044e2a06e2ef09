package io.synkro.predict.examples.trees;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.synkro.predict.examples.job.UsageException;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads rows of features from a CSV file whose first line names them. Stateless. */
public final class FeatureCsv {
  private static final Set<String> MISSING = Set.of("", "na", "nan", "null");

  private FeatureCsv() {}

  /**
   * Reads a file.
   *
   * @param file a column for each feature, in any order, and perhaps others, which are ignored; an
   *     empty field, {@code NA}, {@code NaN} or {@code null} is missing
   * @param schema the features
   * @return a row for each line
   * @throws IOException if the file cannot be read
   * @throws UsageException if a column is absent or a field is no number
   */
  public static FeatureTable read(Path file, FeatureSchema schema) throws IOException {
    List<float[]> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : reader) {
        rows.add(row(file, schema, line));
      }
    } catch (CsvParseException e) {
      throw new UsageException("%s is no CSV file: %s".formatted(file, e.getMessage()));
    }
    float[][] columns = new float[schema.size()][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][r] = rows.get(r)[c];
      }
    }
    return new FeatureTable(schema, columns);
  }

  private static float[] row(Path file, FeatureSchema schema, NamedCsvRecord line) {
    float[] row = new float[schema.size()];
    for (int c = 0; c < row.length; c++) {
      String name = schema.features().get(c).name();
      String field =
          line.findField(name)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "%s, line %d, has no column %s. Maybe name the columns as the model does: %s."
                              .formatted(
                                  file,
                                  line.getStartingLineNumber(),
                                  name,
                                  String.join(", ", schema.names()))));
      row[c] = number(file, line.getStartingLineNumber(), name, field.strip());
    }
    return row;
  }

  private static float number(Path file, long line, String column, String field) {
    if (MISSING.contains(field.toLowerCase(Locale.ROOT))) {
      return Float.NaN;
    }
    try {
      return Float.parseFloat(field);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "%s, line %d, column %s (%s) must be a number. Maybe write the code of a category, and"
                  .formatted(file, line, column, field)
              + " nothing where a value is missing.");
    }
  }
}
