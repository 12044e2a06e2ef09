package io.synkro.predict.features.stream;

import org.jspecify.annotations.Nullable;

/**
 * What the events of one series and step add up to. Tiles are merged to the same bits in any order
 * and however the events are divided among them: units are whole numbers of millionths, and all
 * else is a count, a smallest value or the last of a total order. Immutable.
 *
 * @param counts what is added up
 * @param minStock the smallest stock level; positive infinity without one
 * @param stock the last stock level, or null
 * @param price the last price, or null
 * @param promoted whether any price was that of a promotion
 */
record Tile(
    Counts counts,
    double minStock,
    @Nullable LastReading stock,
    @Nullable LastReading price,
    boolean promoted) {
  /** Parts of a unit. */
  static final double PARTS = 1e6;

  /** No single event has more units. */
  static final double MOST_UNITS = 1e9;

  static final Tile EMPTY =
      new Tile(new Counts(0, 0, 0, 0, 0), Double.POSITIVE_INFINITY, null, null, false);

  /** Leaves room for one more event. */
  private static final long MOST_PARTS = Long.MAX_VALUE - (long) (MOST_UNITS * PARTS);

  /**
   * What is added up.
   *
   * @param sales number of sales and returns
   * @param sold millionths of a unit
   * @param returned millionths of a unit
   * @param readings number of stock levels
   * @param inStock how many of them were above zero
   */
  record Counts(int sales, long sold, long returned, int readings, int inStock) {
    Counts plus(Counts other) {
      return new Counts(
          Math.addExact(sales, other.sales),
          Math.addExact(sold, other.sold),
          Math.addExact(returned, other.returned),
          Math.addExact(readings, other.readings),
          Math.addExact(inStock, other.inStock));
    }
  }

  /** The tile of a single event that makes sense. */
  static Tile of(DemandEvent event) {
    double amount = event.amount() + 0.0; // no negative zero
    EventStamp stamp = event.stamp();
    if (event instanceof DemandEvent.PriceChange change) {
      LastReading last = new LastReading(stamp.time(), stamp.knownAt(), amount, change.promotion());
      return new Tile(EMPTY.counts, EMPTY.minStock, null, last, change.promotion());
    }
    if (event instanceof DemandEvent.StockLevel) {
      LastReading last = new LastReading(stamp.time(), stamp.knownAt(), amount, false);
      return new Tile(new Counts(0, 0, 0, 1, amount > 0 ? 1 : 0), amount, last, null, false);
    }
    long parts = Math.round(amount * PARTS);
    boolean sale = event instanceof DemandEvent.Sale;
    Counts counts = new Counts(1, sale ? parts : 0, sale ? 0 : parts, 0, 0);
    return new Tile(counts, EMPTY.minStock, null, null, false);
  }

  /** The tile of the events of both. */
  Tile merge(Tile other) {
    return new Tile(
        counts.plus(other.counts),
        Math.min(minStock, other.minStock),
        LastReading.later(stock, other.stock),
        LastReading.later(price, other.price),
        promoted || other.promoted);
  }

  /** Whether one more event can be added up. */
  boolean hasRoom() {
    return counts.sold < MOST_PARTS
        && counts.returned < MOST_PARTS
        && counts.sales < Integer.MAX_VALUE
        && counts.readings < Integer.MAX_VALUE;
  }
}
