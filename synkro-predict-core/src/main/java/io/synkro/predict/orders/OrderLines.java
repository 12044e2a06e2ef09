package io.synkro.predict.orders;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Order lines in columns: ids are kept once and lines refer to them by position, so that a million
 * lines take 32 MB beside their ids. Lines keep the order in which they were added. Immutable; safe
 * for use by many threads.
 */
public final class OrderLines {
  private final List<OrderId> orders;
  private final List<CustomerId> customers;
  private final List<SeriesId> items;
  private final int[] orderOf;
  private final int[] customerOf;
  private final int[] itemOf;
  private final int[] epochDays;
  private final double[] quantities;
  private final double[] unitPrices;

  private OrderLines(Builder builder) {
    this.orders = List.copyOf(builder.orders.keySet());
    this.customers = List.copyOf(builder.customers.keySet());
    this.items = List.copyOf(builder.items.keySet());
    this.orderOf = builder.orderOf.toArray();
    this.customerOf = builder.customerOf.toArray();
    this.itemOf = builder.itemOf.toArray();
    this.epochDays = builder.epochDays.toArray();
    this.quantities = builder.quantities.toArray();
    this.unitPrices = builder.unitPrices.toArray();
  }

  /**
   * Starts a collection.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the number of lines.
   *
   * @return zero or more
   */
  public int size() {
    return orderOf.length;
  }

  /**
   * Returns all different orders.
   *
   * @return ids by position
   */
  public List<OrderId> orders() {
    return orders;
  }

  /**
   * Returns all different customers.
   *
   * @return ids by position
   */
  public List<CustomerId> customers() {
    return customers;
  }

  /**
   * Returns all different products and warehouses.
   *
   * @return ids by position
   */
  public List<SeriesId> items() {
    return items;
  }

  /**
   * Returns the position of a line's order.
   *
   * @param line position of the line
   * @return position in {@link #orders()}
   */
  public int order(int line) {
    return orderOf[line];
  }

  /**
   * Returns the position of a line's customer.
   *
   * @param line position of the line
   * @return position in {@link #customers()}
   */
  public int customer(int line) {
    return customerOf[line];
  }

  /**
   * Returns the position of a line's product and warehouse.
   *
   * @param line position of the line
   * @return position in {@link #items()}
   */
  public int item(int line) {
    return itemOf[line];
  }

  /**
   * Returns the day of a line.
   *
   * @param line position of the line
   * @return days since 1970-01-01
   */
  public int epochDay(int line) {
    return epochDays[line];
  }

  /**
   * Returns the units of a line.
   *
   * @param line position of the line
   * @return units, negative for a return
   */
  public double quantity(int line) {
    return quantities[line];
  }

  /**
   * Returns the price of a line.
   *
   * @param line position of the line
   * @return money for a unit
   */
  public double unitPrice(int line) {
    return unitPrices[line];
  }

  /**
   * Returns a line as a value of its own.
   *
   * @param line position of the line
   * @return the line
   */
  public OrderLine line(int line) {
    return new OrderLine(
        orders.get(orderOf[line]),
        customers.get(customerOf[line]),
        items.get(itemOf[line]),
        LocalDate.ofEpochDay(epochDays[line]),
        quantities[line],
        unitPrices[line]);
  }

  @Override
  public String toString() {
    return "%d lines of %d orders by %d customers"
        .formatted(size(), orders.size(), customers.size());
  }

  /** Collects lines; not safe for use by many threads. */
  public static final class Builder {
    private final Map<OrderId, Integer> orders = new LinkedHashMap<>();
    private final Map<CustomerId, Integer> customers = new LinkedHashMap<>();
    private final Map<SeriesId, Integer> items = new LinkedHashMap<>();
    private final IntArray orderOf = new IntArray();
    private final IntArray customerOf = new IntArray();
    private final IntArray itemOf = new IntArray();
    private final IntArray epochDays = new IntArray();
    private final DoubleArray quantities = new DoubleArray();
    private final DoubleArray unitPrices = new DoubleArray();

    private Builder() {}

    /**
     * Adds a line.
     *
     * @param line the line
     * @return this builder
     */
    public Builder add(OrderLine line) {
      orderOf.add(position(orders, line.order()));
      customerOf.add(position(customers, line.customer()));
      itemOf.add(position(items, line.item()));
      epochDays.add((int) line.day().toEpochDay());
      quantities.add(line.quantity());
      unitPrices.add(line.unitPrice());
      return this;
    }

    /**
     * Builds the collection.
     *
     * @return all lines added so far
     */
    public OrderLines build() {
      return new OrderLines(this);
    }

    private static <T> int position(Map<T, Integer> known, T id) {
      Integer present = known.get(id);
      if (present != null) {
        return present;
      }
      known.put(id, known.size());
      return known.size() - 1;
    }
  }

  /**
   * Returns all lines as values, for small collections and tests.
   *
   * @return a new list
   */
  public List<OrderLine> toList() {
    List<OrderLine> lines = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      lines.add(line(i));
    }
    return lines;
  }
}
