package io.synkro.predict.series;

/**
 * Identifies a demand series: one product in one warehouse (or store). Ordered by product, then
 * warehouse.
 *
 * @param product the product
 * @param warehouse the warehouse or store
 */
public record SeriesId(ProductId product, WarehouseId warehouse) implements Comparable<SeriesId> {

  /**
   * Creates an id from its parts.
   *
   * @param product text of the product's id
   * @param warehouse text of the warehouse's id
   * @return the id
   */
  public static SeriesId of(String product, String warehouse) {
    return new SeriesId(ProductId.of(product), WarehouseId.of(warehouse));
  }

  @Override
  public int compareTo(SeriesId other) {
    int byProduct = product.compareTo(other.product);
    return byProduct != 0 ? byProduct : warehouse.compareTo(other.warehouse);
  }

  /** Returns {@code product@warehouse}, for people; not meant to be parsed. */
  @Override
  public String toString() {
    return product + "@" + warehouse;
  }
}
