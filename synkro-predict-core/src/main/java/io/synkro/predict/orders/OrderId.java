package io.synkro.predict.orders;

import io.synkro.predict.internal.Require;

/**
 * Identifies an order; ids are compared by their exact text.
 *
 * @param value 1 to 256 characters, not all blank, no control characters
 */
public record OrderId(String value) implements Comparable<OrderId> {
  /** {@inheritDoc} */
  public OrderId {
    Require.identifier("order", value);
  }

  /**
   * Creates an id.
   *
   * @param value its text
   * @return the id
   */
  public static OrderId of(String value) {
    return new OrderId(value);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
