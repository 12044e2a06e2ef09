package io.synkro.predict.orders;

import io.synkro.predict.internal.Require;

/**
 * Identifies a customer; ids are compared by their exact text.
 *
 * @param value 1 to 256 characters, not all blank, no control characters
 */
public record CustomerId(String value) implements Comparable<CustomerId> {
  /** {@inheritDoc} */
  public CustomerId {
    Require.identifier("customer", value);
  }

  /**
   * Creates an id.
   *
   * @param value its text
   * @return the id
   */
  public static CustomerId of(String value) {
    return new CustomerId(value);
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
