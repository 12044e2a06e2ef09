package io.synkro.predict.optimize.echelon;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage of a serial system.
 *
 * @param echelonHoldingCost what holding a unit here costs more than holding it at the supplier,
 *     money a unit and period, positive
 * @param leadTime time from the supplier's shelf to this one, periods, zero or more
 */
public record SerialStage(double echelonHoldingCost, double leadTime) {
  /** {@inheritDoc} */
  public SerialStage {
    Require.positive(
        "echelon holding cost", echelonHoldingCost, "join the stage with its supplier");
    Require.nonNegative("lead time", leadTime, "");
  }

  /**
   * Creates stages from local holding costs.
   *
   * @param localHoldingCosts money a unit and period at each stage, the stage of the customers
   *     first; it must fall towards the supplier
   * @param leadTimes lead time to each stage, as many
   * @return the stages, the stage of the customers first
   */
  public static List<SerialStage> ofLocalHoldingCosts(
      List<Double> localHoldingCosts, List<Double> leadTimes) {
    int n = localHoldingCosts.size();
    if (leadTimes.size() != n) {
      throw new InvalidInputException(
          "number of lead times", Integer.toString(leadTimes.size()), "must be " + n, "");
    }
    List<SerialStage> stages = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      double upstream = j + 1 < n ? localHoldingCosts.get(j + 1) : 0;
      stages.add(new SerialStage(localHoldingCosts.get(j) - upstream, leadTimes.get(j)));
    }
    return stages;
  }
}
