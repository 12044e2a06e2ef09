package io.synkro.predict.features.stream;

import org.jspecify.annotations.Nullable;

/** What of the events of a step becomes demand or a covariate. */
public enum TileValue {
  /** Units sold. */
  UNITS_SOLD,
  /** Units that customers brought back. */
  UNITS_RETURNED,
  /** Units sold less units brought back in the same step. */
  NET_UNITS,
  /** The last price by event time; without one in the step, the one before it. */
  LAST_PRICE,
  /**
   * 1 if any price of the step was that of a promotion, else 0; without one in the step, that of
   * the last price before it.
   */
  PROMOTION,
  /** The last stock level by event time; without one in the step, the one before it. */
  LAST_STOCK,
  /** The lowest stock level; without one in the step, the last one before it. */
  MIN_STOCK,
  /**
   * Share of the stock levels that are above zero, from 0 to 1; without one in the step, 1 or 0 by
   * the last one before it.
   */
  IN_STOCK_SHARE;

  /**
   * Computes the value of a step.
   *
   * @param tile events of the step
   * @param stock last stock level at the end of the step
   * @param price last price at the end of the step
   * @param silence what no sale stands for: 0 or NaN
   */
  float of(Tile tile, @Nullable LastReading stock, @Nullable LastReading price, float silence) {
    return switch (this) {
      case UNITS_SOLD -> units(tile, tile.counts().sold(), silence);
      case UNITS_RETURNED -> units(tile, tile.counts().returned(), silence);
      case NET_UNITS -> units(tile, tile.counts().sold() - tile.counts().returned(), silence);
      case LAST_PRICE -> price == null ? Float.NaN : (float) price.value();
      case PROMOTION -> tile.price() != null ? flag(tile.promoted()) : flag(price);
      case LAST_STOCK -> stock == null ? Float.NaN : (float) stock.value();
      case MIN_STOCK ->
          tile.stock() != null
              ? (float) tile.minStock()
              : stock == null ? Float.NaN : (float) stock.value();
      case IN_STOCK_SHARE -> share(tile, stock);
    };
  }

  private static float units(Tile tile, long parts, float silence) {
    return tile.counts().sales() == 0 ? silence : (float) (parts / Tile.PARTS);
  }

  private static float flag(boolean promotion) {
    return promotion ? 1 : 0;
  }

  private static float flag(@Nullable LastReading price) {
    return price == null ? Float.NaN : flag(price.promotion());
  }

  private static float share(Tile tile, @Nullable LastReading stock) {
    int readings = tile.counts().readings();
    if (readings > 0) {
      return (float) ((double) tile.counts().inStock() / readings);
    }
    return stock == null ? Float.NaN : stock.value() > 0 ? 1 : 0;
  }
}
