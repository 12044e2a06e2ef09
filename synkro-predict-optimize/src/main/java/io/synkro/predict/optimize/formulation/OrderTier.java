package io.synkro.predict.optimize.formulation;

import io.synkro.predict.optimize.problem.PriceBreak;
import io.synkro.predict.optimize.problem.SupplyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders of an option that have the same price.
 *
 * @param option position of the option in its line
 * @param least fewest packs
 * @param most most packs
 * @param unitCost price of each unit
 */
record OrderTier(int option, int least, int most, double unitCost) {
  /** Returns the tiers of an option, that of the smallest orders first. */
  static List<OrderTier> of(int option, SupplyOption supply) {
    List<OrderTier> tiers = new ArrayList<>();
    int least = supply.minimumPacks();
    for (PriceBreak next : supply.breaks()) {
      if (next.packs() > least && next.packs() <= supply.maximumPacks()) {
        tiers.add(new OrderTier(option, least, next.packs() - 1, supply.unitCost(least)));
        least = next.packs();
      }
    }
    tiers.add(new OrderTier(option, least, supply.maximumPacks(), supply.unitCost(least)));
    return tiers;
  }
}
