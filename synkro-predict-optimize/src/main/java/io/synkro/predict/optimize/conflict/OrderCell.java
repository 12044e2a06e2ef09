package io.synkro.predict.optimize.conflict;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.optimize.problem.PriceBreak;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.SupplyOption;

/** An order that a line can place: one option in one period. Immutable after it is made. */
final class OrderCell {
  /** Rounding must not take away a pack that fits. */
  private static final double ROUNDING = 1e-9;

  final int option;
  final int period;
  final int arrival;
  final int most;
  final double pack;

  /** Rows of money and of the supplier, or none. */
  final int budget;

  final int capacity;

  /** By price tier: the least packs, and what a pack costs. */
  final int[] tierPacks;

  final double[] tierCosts;

  OrderCell(StockLine line, int option, int period, HardLimits limits) {
    SupplyOption supply = line.supply().get(option);
    this.option = option;
    this.period = period;
    this.arrival = period + supply.leadPeriods();
    this.most = supply.maximumPacks();
    this.pack = line.packSize();
    this.budget = limits.row(limits.positions().budget(period));
    this.capacity = limits.row(limits.positions().capacity(supply.supplier(), period));
    IntArray packs = new IntArray();
    DoubleArray costs = new DoubleArray();
    packs.add(supply.minimumPacks());
    costs.add(pack * supply.unitCost(supply.minimumPacks()));
    for (PriceBreak next : supply.breaks()) {
      if (next.packs() > supply.minimumPacks() && next.packs() <= most) {
        packs.add(next.packs());
        costs.add(pack * next.unitCost());
      }
    }
    this.tierPacks = packs.toArray();
    this.tierCosts = costs.toArray();
  }

  /** Returns the price of a pack in a tier at prices of the rows. */
  double price(int tier, double[] prices) {
    double money = budget == HardLimits.NONE ? 0 : prices[budget] * tierCosts[tier];
    return money + (capacity == HardLimits.NONE ? 0 : prices[capacity] * pack);
  }

  /**
   * Returns the most packs of an order at the cost of a tier.
   *
   * @param tier the tier
   * @param available what may be used of each row
   * @return packs; fewer than the tier needs if it is out of reach
   */
  int most(int tier, double[] available) {
    double packs = most;
    if (budget != HardLimits.NONE && tierCosts[tier] > 0) {
      packs = Math.min(packs, available[budget] / tierCosts[tier] * (1 + ROUNDING) + ROUNDING);
    }
    if (capacity != HardLimits.NONE) {
      packs = Math.min(packs, available[capacity] / pack * (1 + ROUNDING) + ROUNDING);
    }
    return (int) packs;
  }

  /** Adds what some packs use of the rows. */
  void use(int packs, double[] used) {
    int tier = tierPacks.length - 1;
    while (tier > 0 && packs < tierPacks[tier]) {
      tier--;
    }
    if (budget != HardLimits.NONE) {
      used[budget] += packs * tierCosts[tier];
    }
    if (capacity != HardLimits.NONE) {
      used[capacity] += packs * pack;
    }
  }
}
