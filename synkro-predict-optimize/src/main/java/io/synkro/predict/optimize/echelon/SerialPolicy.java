package io.synkro.predict.optimize.echelon;

import java.util.ArrayList;
import java.util.List;

/**
 * Echelon base-stock levels of a serial system: each stage orders whenever what is on hand, in
 * transit and on order at it and below, less what customers wait for, falls below its level.
 *
 * @param echelonLevels units, the stage of the customers first
 * @param cost what it costs
 */
public record SerialPolicy(List<Double> echelonLevels, SerialCost cost) {
  /** {@inheritDoc} */
  public SerialPolicy {
    echelonLevels = List.copyOf(echelonLevels);
  }

  /**
   * Returns the local base-stock levels that order the same: a stage can never use more than what
   * the levels upstream let through. Source: Snyder &amp; Shen (2019), section 6.2.2.
   *
   * @return units on hand and on order at a stage less what the next stage is owed, the stage of
   *     the customers first; zero or more but for stage 1
   */
  public List<Double> localLevels() {
    List<Double> local = new ArrayList<>(echelonLevels);
    for (int j = local.size() - 2; j >= 0; j--) {
      local.set(j, Math.min(local.get(j), local.get(j + 1)));
    }
    for (int j = local.size() - 1; j > 0; j--) {
      local.set(j, local.get(j) - local.get(j - 1));
    }
    return List.copyOf(local);
  }
}
