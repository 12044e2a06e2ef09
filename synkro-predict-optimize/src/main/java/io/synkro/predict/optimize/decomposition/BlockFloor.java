package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.StockCost;

/**
 * What a block costs at least, and how many packs it orders at most, from nothing but its costs:
 * little is known, in no time. K packs cost at least K times their lowest price p. No more than K
 * are left at the end, so if each of these is charged a share s of p there, and the least cost of
 * stocks is c(s) then, a plan costs at least (1 − s) p K + c(s) for every s. Used by one thread at
 * a time.
 */
final class BlockFloor {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** The shares s that are tried. */
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 0.9, 1};

  /** Of a pack: what is a rounding error. */
  private static final double ROUNDING = 1e-6;

  private final LineTable table;
  private final int periods;
  private double[] prices = {};

  BlockFloor(LineTable table) {
    this.table = table;
    this.periods = table.periods;
  }

  /** Sets the prices by account. */
  void price(double[] byAccount) {
    prices = byAccount;
  }

  /** Returns what a block costs at least: the largest c(s). */
  double cost(int block) {
    double price = lowestPrice(block);
    double most = stockCost(block, 0);
    for (double share : SHARES) {
      most = Math.max(most, price == NEVER ? most : stockCost(block, share * price));
    }
    return most;
  }

  /**
   * Returns the most packs that a plan no dearer than a known one can order.
   *
   * @param block its number
   * @param known cost of the plan with the price of what it uses
   * @return packs of all lines; infinite if nothing is known
   */
  double mostPacks(int block, double known) {
    double price = lowestPrice(block);
    if (price == NEVER) {
      return 0;
    }
    double most = NEVER;
    for (int k = 0; SHARES[k] < 1; k++) {
      double charge = SHARES[k] * price;
      double packs = (known - stockCost(block, charge)) / (price - charge);
      most = Math.min(most, Double.isNaN(packs) ? NEVER : packs);
    }
    return Math.max(0, Math.floor(most + ROUNDING));
  }

  private double lowestPrice(int block) {
    double price = NEVER;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      for (int o = table.options[i]; o < table.ends[i]; o++) {
        for (int tier = table.tiers[o]; tier < table.tiers[o + 1]; tier++) {
          for (int t = 0; t < periods; t++) {
            double account = table.pack[i] * prices[table.supplier[o] + t];
            price = Math.min(price, table.tierCost[tier] * (1 + prices[t]) + account);
          }
        }
      }
    }
    return price;
  }

  /** Returns what stocks cost at least, if each pack that a line has at the end costs something. */
  private double stockCost(int block, double perPack) {
    double sum = 0;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      double lowest = table.pack[i] * table.stock().lowest(i);
      for (int t = 0; t < periods; t++) {
        double bare = table.bare[i * periods + t];
        double price = t == periods - 1 ? perPack / table.pack[i] : 0;
        StockCost cost = table.line(i).cost(t);
        double least = cost.at(bare + lowest) + price * lowest;
        for (int c = 0; c < cost.corners(); c++) {
          least = Math.min(least, cost.value(c) + price * (cost.level(c) - bare));
        }
        sum += least;
      }
    }
    return sum;
  }
}
