package io.synkro.predict.csv;

import io.synkro.predict.internal.Require;
import java.util.List;
import java.util.Optional;

/**
 * A file with one row for each series or product, to be joined to a sales file. With a {@code key},
 * a column of the sales file is looked up in it, and product and warehouse may come from here.
 * Without, its product column is joined to the product of the sales, and its warehouse column, if
 * named, to the warehouse.
 *
 * @param file path relative to the folder of the sales file
 * @param key column of the sales file that identifies a row of this file, if it is not the product
 * @param keyHere name of the key column in this file
 * @param product column of this file with the product
 * @param warehouse column of this file with the warehouse
 * @param take columns of this file that become attributes of the series
 */
public record AttributesFile(
    String file,
    Optional<String> key,
    Optional<String> keyHere,
    Optional<String> product,
    Optional<String> warehouse,
    List<String> take) {
  /** {@inheritDoc} */
  public AttributesFile {
    Require.identifier("file of attributes", file);
    take = List.copyOf(take);
    Require.that(
        key.isPresent() || product.isPresent(),
        "attributes",
        file,
        "must be joined by a key or by the product",
        "name \"key\" or \"product\"");
    Require.that(
        key.isPresent() || keyHere.isEmpty(),
        "key_here",
        keyHere.orElse(""),
        "must come with a key",
        "name the column of the sales file as \"key\"");
  }

  /**
   * Creates a join by a column that has the same name in both files.
   *
   * @param file path relative to the folder of the sales file
   * @param key name of the column in both files
   * @param take columns that become attributes of the series
   * @return the join, without product and warehouse
   */
  public static AttributesFile byKey(String file, String key, List<String> take) {
    return new AttributesFile(
        file, Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty(), take);
  }

  /**
   * Creates a join by product.
   *
   * @param file path relative to the folder of the sales file
   * @param product column of this file with the product
   * @param take columns that become attributes of the series
   * @return the join
   */
  public static AttributesFile byProduct(String file, String product, List<String> take) {
    return new AttributesFile(
        file, Optional.empty(), Optional.empty(), Optional.of(product), Optional.empty(), take);
  }

  /**
   * Returns a join that also takes product and warehouse from this file.
   *
   * @param productColumn column of this file with the product
   * @param warehouseColumn column of this file with the warehouse
   * @return a copy
   */
  public AttributesFile withSeries(String productColumn, String warehouseColumn) {
    return new AttributesFile(
        file, key, keyHere, Optional.of(productColumn), Optional.of(warehouseColumn), take);
  }
}
