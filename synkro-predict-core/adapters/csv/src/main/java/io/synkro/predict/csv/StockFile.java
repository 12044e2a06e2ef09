package io.synkro.predict.csv;

import io.synkro.predict.inventory.StockItem;
import java.util.List;

/**
 * A stock file that was read.
 *
 * @param items its items in the order of the file
 * @param report what became of every row, and which columns took defaults
 */
public record StockFile(List<StockItem> items, ReadReport report) {
  /** {@inheritDoc} */
  public StockFile {
    items = List.copyOf(items);
  }
}
