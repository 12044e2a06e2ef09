package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;

/**
 * Identifies a supplier; ids are compared by their exact text.
 *
 * @param value 1 to 256 characters, not all blank, no control characters
 */
public record SupplierId(String value) implements Comparable<SupplierId> {
  /** {@inheritDoc} */
  public SupplierId {
    Require.identifier("supplier", value);
  }

  /**
   * Creates an id.
   *
   * @param value its text
   * @return the id
   */
  public static SupplierId of(String value) {
    return new SupplierId(value);
  }

  @Override
  public int compareTo(SupplierId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
