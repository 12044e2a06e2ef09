package io.synkro.predict.optimize.echelon;

import io.synkro.predict.InvalidInputException;
import java.util.List;

/**
 * Where safety stock stands in a network, how much, and how good that is.
 *
 * @param stages one entry for each stage, in the order of the network
 * @param holdingCost money a period for all safety stock
 * @param lowerBound money a period below which no plan of the network can get; equal to the cost if
 *     the plan is proven to be optimal
 */
public record SafetyStockPlan(List<StageStock> stages, double holdingCost, double lowerBound) {
  /** {@inheritDoc} */
  public SafetyStockPlan {
    stages = List.copyOf(stages);
  }

  /**
   * Returns how far the plan can be from the best at most.
   *
   * @return (cost − bound) / cost, from 0, which is proven optimality, to 1
   */
  public double gap() {
    return holdingCost == 0 ? 0 : (holdingCost - lowerBound) / holdingCost;
  }

  /**
   * Returns the entry of a stage.
   *
   * @param name name of the stage
   * @return its times and stock
   */
  public StageStock stage(String name) {
    for (StageStock stage : stages) {
      if (stage.stage().equals(name)) {
        return stage;
      }
    }
    throw new InvalidInputException("stage", name, "must be a stage of the plan", "");
  }
}
