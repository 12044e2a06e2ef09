package io.synkro.predict.tablesaw;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.Set;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of a table by name and kind, and what is said of a cell that is refused. Stateless. */
final class Cells {
  /** Numbers with a fraction are no identifiers: a product 101 would be one of 101.0 elsewhere. */
  private static final Set<ColumnType> TEXT =
      Set.of(ColumnType.STRING, ColumnType.SHORT, ColumnType.INTEGER, ColumnType.LONG);

  private Cells() {}

  static Column<?> column(Table table, String name) {
    if (!table.containsColumn(name)) {
      throw new InvalidInputException(
          "column", name, "must be in the table", "use one of " + table.columnNames());
    }
    return table.column(name);
  }

  static NumericColumn<?> numbers(Table table, String name) {
    Column<?> column = column(table, name);
    if (column instanceof NumericColumn<?> numbers) {
      return numbers;
    }
    throw type(column, "must have numbers");
  }

  static Column<?> texts(Table table, String name) {
    Column<?> column = column(table, name);
    if (TEXT.contains(column.type())) {
      return column;
    }
    throw type(column, "must have texts or whole numbers");
  }

  static InvalidInputException type(Column<?> column, String limit) {
    return new InvalidInputException(
        "type of column " + column.name(), column.type().name(), limit, "convert it first");
  }

  /** An identifier, which must not be missing. */
  static String text(Column<?> column, int row) {
    return Require.identifier(cell(column, row), column.getUnformattedString(row));
  }

  static InvalidInputException refuse(Column<?> column, int row, String limit, String remedy) {
    return new InvalidInputException(
        cell(column, row),
        Require.abbreviated(column.getUnformattedString(row), 80),
        limit,
        remedy);
  }

  private static String cell(Column<?> column, int row) {
    return "column %s, row %d".formatted(column.name(), row);
  }

  /** Adds a column, unless tablesaw would take its name for that of another. */
  static void add(Table table, Column<?> column) {
    Require.that(
        !table.containsColumn(column.name()),
        "column",
        column.name(),
        "must differ from the others in more than upper and lower case",
        "rename one");
    table.addColumns(column);
  }
}
