package io.synkro.predict.series;

import io.synkro.predict.internal.Require;

/**
 * Identifies a warehouse; ids are compared by their exact text.
 *
 * @param value 1 to 256 characters, not all blank, no control characters
 */
public record WarehouseId(String value) implements Comparable<WarehouseId> {
  /** {@inheritDoc} */
  public WarehouseId {
    Require.identifier("warehouse", value);
  }

  /**
   * Creates an id.
   *
   * @param value its text
   * @return the id
   */
  public static WarehouseId of(String value) {
    return new WarehouseId(value);
  }

  @Override
  public int compareTo(WarehouseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
