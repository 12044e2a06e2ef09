package io.synkro.predict.csv;

import io.synkro.predict.series.SeriesPanel;
import java.nio.file.Path;

/**
 * Reads sales history: a row for each product, warehouse and step, in any order, plain or gzipped,
 * in UTF-8, delimited by commas, semicolons, tabs or bars. All series share one time axis; each
 * goes from its first row to the last step of the file that has units. A row after that step
 * carries covariates that are known in advance, such as planned prices; its units are empty. Empty
 * units before are a missing observation; negative units are returns and are kept. Safe for use by
 * many threads.
 */
public final class SalesCsv {
  private SalesCsv() {}

  /**
   * Reads a file that has the standard names of columns and no mistakes.
   *
   * @param file CSV, plain or gzipped
   * @return its sales
   * @throws UnreadableFileException if the file is missing, empty, not UTF-8 or lacks a column
   * @throws RejectedLinesException if a line is wrong
   */
  public static SeriesPanel read(Path file) {
    return read(file, SalesMapping.standard(), ReadLimits.strict()).panel();
  }

  /**
   * Reads a file.
   *
   * @param file CSV, plain or gzipped
   * @param mapping which columns mean what
   * @param limits how much may be wrong
   * @return its sales, and what became of every row
   * @throws UnreadableFileException if the file is missing, empty, not UTF-8 or lacks a column
   * @throws RejectedLinesException if more lines are wrong than the limits tolerate
   */
  public static SalesFile read(Path file, SalesMapping mapping, ReadLimits limits) {
    Rejections rejections = new Rejections(file, limits);
    SalesRows rows;
    try (CsvTable table = CsvTable.open(file, limits)) {
      AttributeTable attributes =
          mapping
              .attributes()
              .map(join -> AttributeTable.read(file.resolveSibling(join.file()), join, limits))
              .orElse(null);
      rows = new SalesReader(table, mapping, attributes, rejections).read();
    }
    PanelAssembly assembly = new PanelAssembly(file, mapping, rows, rejections);
    SeriesPanel panel = assembly.build();
    return new SalesFile(panel, rejections.report());
  }
}
