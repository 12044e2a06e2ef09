package io.synkro.predict.features.stream;

/**
 * Something that happened to a series. Events are taken as they come from outside: whether one
 * makes sense is told by the {@link EventOutcome} of handling it. Immutable.
 */
public sealed interface DemandEvent {
  /**
   * Returns what the event is about.
   *
   * @return series, times and id
   */
  EventStamp stamp();

  /**
   * Returns the number that the event brings.
   *
   * @return units or a price
   */
  double amount();

  /**
   * Units were sold.
   *
   * @param stamp series, times and id
   * @param units units, zero to a thousand million; rounded to a millionth of a unit
   */
  record Sale(EventStamp stamp, double units) implements DemandEvent {
    @Override
    public double amount() {
      return units;
    }
  }

  /**
   * Units came back from customers.
   *
   * @param stamp series, times and id
   * @param units units, zero to a thousand million; rounded to a millionth of a unit
   */
  record CustomerReturn(EventStamp stamp, double units) implements DemandEvent {
    @Override
    public double amount() {
      return units;
    }
  }

  /**
   * Stock was counted or booked; it is taken to stay so until the next event tells otherwise.
   *
   * @param stamp series, times and id
   * @param units units on hand; some systems book below zero
   */
  record StockLevel(EventStamp stamp, double units) implements DemandEvent {
    @Override
    public double amount() {
      return units;
    }
  }

  /**
   * A price was set; it is taken to hold until the next one.
   *
   * @param stamp series, times and id
   * @param price price of a unit, zero or more
   * @param promotion whether it is that of a promotion
   */
  record PriceChange(EventStamp stamp, double price, boolean promotion) implements DemandEvent {
    @Override
    public double amount() {
      return price;
    }
  }
}
