package io.synkro.predict.series;

import io.synkro.predict.internal.Require;

/**
 * Identifies a product; ids are compared by their exact text.
 *
 * @param value 1 to 256 characters, not all blank, no control characters
 */
public record ProductId(String value) implements Comparable<ProductId> {
  /** {@inheritDoc} */
  public ProductId {
    Require.identifier("product", value);
  }

  /**
   * Creates an id.
   *
   * @param value its text
   * @return the id
   */
  public static ProductId of(String value) {
    return new ProductId(value);
  }

  @Override
  public int compareTo(ProductId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
