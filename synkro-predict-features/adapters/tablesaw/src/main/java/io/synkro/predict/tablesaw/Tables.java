package io.synkro.predict.tablesaw;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import tech.tablesaw.api.Table;

/**
 * To and from tablesaw. All values are copied; what cannot be taken over is refused with an {@link
 * io.synkro.predict.InvalidInputException} that names column and row (counted from 0, as tablesaw
 * does). Stateless.
 */
public final class Tables {
  private Tables() {}

  /**
   * Reads a panel. A series goes from its first date to its last; dates in between without a row
   * are missing (NaN). Rows may come in any order, dates as days or as local date-times,
   * identifiers as text or whole numbers; a missing attribute is {@link
   * io.synkro.predict.series.SeriesPanelBuilder#UNKNOWN}.
   *
   * @param table one row for each series and date
   * @param mapping which columns are what
   * @return the panel, series in the order of their first rows; its axis begins at the first date
   * @throws io.synkro.predict.InvalidInputException if a column is missing or of another type, a
   *     date occurs twice in a series or begins no step, a value is infinite, an attribute changes,
   *     or a plan has units
   */
  public static SeriesPanel panel(Table table, PanelMapping mapping) {
    return new PanelReader(table, mapping).read();
  }

  /**
   * Writes a panel, one row for each series and step, plans included; {@link
   * PanelMapping#of(SeriesPanel)} reads it back. Dates are days unless the panel is hourly.
   *
   * @param panel the panel
   * @return product, warehouse, date, units, covariates, attributes
   */
  public static Table table(SeriesPanel panel) {
    return PanelWriter.write(panel);
  }

  /**
   * Reads features.
   *
   * @param table has a column of numbers for each feature; others are left out
   * @param schema the features
   * @return as many rows, numbers rounded to floats
   * @throws io.synkro.predict.InvalidInputException if a column is missing or has no numbers, or a
   *     number is too large for a float
   */
  public static FeatureTable features(Table table, FeatureSchema schema) {
    return FeatureColumns.read(table, schema);
  }

  /**
   * Writes features.
   *
   * @param features the features
   * @return a column of floats for each
   * @throws io.synkro.predict.InvalidInputException if two names differ only in upper and lower
   *     case, which tablesaw takes for one
   */
  public static Table table(FeatureTable features) {
    Table table = Table.create("features");
    FeatureColumns.write(features, table);
    return table;
  }

  /**
   * Reads a batch: the keys of its entity as text or whole numbers, {@code event_time} and {@code
   * known_at} as instants, and features.
   *
   * @param table one row for each row of the batch
   * @param entity what the rows are about
   * @param schema the features
   * @return the batch
   * @throws io.synkro.predict.InvalidInputException as {@link #features}, and if a key or a time is
   *     missing
   */
  public static FeatureBatch batch(Table table, Entity entity, FeatureSchema schema) {
    return BatchColumns.read(table, entity, schema);
  }

  /**
   * Writes a batch.
   *
   * @param batch the batch
   * @param entity what its rows are about
   * @return key parts, {@code event_time}, {@code known_at}, features
   * @throws io.synkro.predict.InvalidInputException if two names are equal but for upper and lower
   *     case, or a time is outside the years 1 to 9999, which tablesaw would change
   */
  public static Table table(FeatureBatch batch, Entity entity) {
    return BatchColumns.write(batch, entity);
  }
}
