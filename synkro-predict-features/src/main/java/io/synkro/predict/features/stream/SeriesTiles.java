package io.synkro.predict.features.stream;

import io.synkro.predict.series.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of the open steps of a series, and the last stock and price before them. Not safe for
 * use by many threads.
 */
final class SeriesTiles {
  /** Start of a series without any event. */
  static final int NOT_BEGUN = Integer.MAX_VALUE;

  private final SeriesId id;
  private final @Nullable Tile[] open;
  private int start = NOT_BEGUN;
  private @Nullable LastReading stock;
  private @Nullable LastReading price;

  SeriesTiles(SeriesId id, int openSteps) {
    this.id = id;
    this.open = new @Nullable Tile[openSteps];
  }

  SeriesId id() {
    return id;
  }

  /** First step of the series; {@link #NOT_BEGUN} before its first event. */
  int start() {
    return start;
  }

  void begin(int step) {
    start = step;
  }

  /** The tile of an open step, or null if it has no events. */
  @Nullable Tile tile(int step) {
    return open[Math.floorMod(step, open.length)];
  }

  void put(int step, @Nullable Tile tile) {
    open[Math.floorMod(step, open.length)] = tile;
  }

  /** The last stock level before the open steps, or null. */
  @Nullable LastReading stock() {
    return stock;
  }

  /** The last price before the open steps, or null. */
  @Nullable LastReading price() {
    return price;
  }

  /** Sets what held before the open steps. */
  void hold(@Nullable LastReading newStock, @Nullable LastReading newPrice) {
    stock = newStock;
    price = newPrice;
  }

  /** Closes the oldest of the open steps. */
  void close(int step) {
    Tile tile = tile(step);
    if (tile != null) {
      stock = tile.stock() != null ? tile.stock() : stock;
      price = tile.price() != null ? tile.price() : price;
      put(step, null);
    }
  }
}
