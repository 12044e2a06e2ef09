package io.synkro.predict.csv;

/** A column of identifiers, or one identifier for all rows. */
final class IdColumn {
  private final int column;
  private final TextPool pool = new TextPool();

  IdColumn(String standard, Header header, ColumnNames names) {
    if (names.constant(standard).isPresent()) {
      this.column = -1;
      pool.add(names.constant(standard).get());
    } else {
      this.column = header.require(names.inFile(standard));
    }
  }

  String text(Row row, Cells cells) {
    return pool.text(column < 0 ? 0 : cells.identifier(row, column, pool));
  }
}
