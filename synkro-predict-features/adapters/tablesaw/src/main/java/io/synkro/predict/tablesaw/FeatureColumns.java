package io.synkro.predict.tablesaw;

import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Features as columns of floats. Stateless. */
final class FeatureColumns {
  private FeatureColumns() {}

  static FeatureTable read(Table table, FeatureSchema schema) {
    float[][] columns = new float[schema.size()][table.rowCount()];
    for (int c = 0; c < columns.length; c++) {
      NumericColumn<?> column = Cells.numbers(table, schema.names().get(c));
      for (int row = 0; row < table.rowCount(); row++) {
        double value = column.getDouble(row);
        columns[c][row] = (float) value;
        if (Float.isInfinite(columns[c][row]) && !Double.isInfinite(value)) {
          throw Cells.refuse(column, row, "must be at most 3.4e38 in size", "use another unit");
        }
      }
    }
    return new FeatureTable(schema, columns);
  }

  static void write(FeatureTable features, Table table) {
    for (int c = 0; c < features.schema().size(); c++) {
      float[] values = new float[features.rows()];
      features.copyColumn(c, 0, values.length, values);
      Cells.add(table, FloatColumn.create(features.schema().names().get(c), values));
    }
  }
}
