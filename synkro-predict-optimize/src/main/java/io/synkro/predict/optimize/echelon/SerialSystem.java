package io.synkro.predict.optimize.echelon;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.TableDemand;
import java.util.List;

/**
 * A serial system under stochastic service: customers demand from stage 1, which orders from stage
 * 2, and so on up to an outside supplier that never runs out. What is not there is backordered.
 * Source: Snyder &amp; Shen (2019), Fundamentals of Supply Chain Theory, 2nd edition, section 6.2.
 *
 * @param stages stage 1, the stage of the customers, first
 * @param stockoutCost money for a unit that customers wait for and period, zero or more
 * @param demand demand of the customers
 */
public record SerialSystem(List<SerialStage> stages, double stockoutCost, DemandProcess demand) {
  /** {@inheritDoc} */
  public SerialSystem {
    stages = List.copyOf(stages);
    Require.atLeast("number of stages", stages.size(), 1, "");
    Require.nonNegative("stockout cost", stockoutCost, "");
    Require.nonNegative("mean demand of a period", demand.over(1).mean(), "");
  }

  /** What holding a unit at stage 1 costs, where it is in all echelons. */
  double totalHoldingCost() {
    return echelonHoldingCost(0, stages.size());
  }

  /** Echelon holding costs from one stage, counted from 0, up to and without another. */
  double echelonHoldingCost(int from, int to) {
    double sum = 0;
    for (SerialStage stage : stages.subList(from, to)) {
      sum += stage.echelonHoldingCost();
    }
    return sum;
  }

  /** Lead time from the supplier of a stage, counted from 0, to the customers. */
  double leadTimeFrom(int stage) {
    double sum = 0;
    for (SerialStage passed : stages.subList(0, stage + 1)) {
      sum += passed.leadTime();
    }
    return sum;
  }

  /** Demand over a time, which may be zero. */
  DemandDistribution demandOver(double time) {
    return time > 0 ? demand.over(time) : TableDemand.constant(0);
  }

  /** Whether demand comes in whole units. */
  boolean isDiscrete() {
    double time = leadTimeFrom(stages.size() - 1);
    return time > 0 && demand.over(time).isDiscrete();
  }

  /** Refuses levels of the wrong number or without a value. */
  List<Double> requireLevels(List<Double> levels) {
    Require.that(
        levels.size() == stages.size(),
        "number of echelon base-stock levels",
        levels.size(),
        "must be " + stages.size(),
        "give one for each stage");
    for (double level : levels) {
      Require.that(
          Double.isFinite(level) && (level == Math.rint(level) || !isDiscrete()),
          "echelon base-stock level",
          level,
          "must be finite, and whole where demand is",
          "round it up");
    }
    return levels;
  }

  /** Refuses a system whose best levels would lie at minus infinity. */
  void requireStockoutCost() {
    Require.positive("stockout cost", stockoutCost, "costs decide only if waiting costs something");
  }
}
