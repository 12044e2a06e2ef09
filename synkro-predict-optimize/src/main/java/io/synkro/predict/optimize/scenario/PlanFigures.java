package io.synkro.predict.optimize.scenario;

import io.synkro.predict.optimize.PlanKpis;
import io.synkro.predict.optimize.PlanLine;
import io.synkro.predict.optimize.PlanProof;
import io.synkro.predict.optimize.PlannedOrder;
import io.synkro.predict.optimize.StockPlan;

/**
 * What a plan comes to in a world.
 *
 * @param kpis expected costs by kind, orders of today, service
 * @param proof its objective and how far from the least it can be; nothing is proven of a plan that
 *     was made for another world
 * @param units ordered over all periods
 * @param orders placed over all periods
 * @param simulated what it comes to over courses of demand
 */
public record PlanFigures(
    PlanKpis kpis, PlanProof proof, double units, int orders, SimulatedFigures simulated) {

  static PlanFigures of(Snapshot world, StockPlan plan, long seed) {
    double units = 0;
    int orders = 0;
    for (PlanLine line : plan.lines()) {
      units += line.order().quantity();
      orders += line.order().quantity() > 0 ? 1 : 0;
      orders += line.laterOrders().size();
      for (PlannedOrder later : line.laterOrders()) {
        units += later.quantity();
      }
    }
    return new PlanFigures(
        plan.kpis(), plan.proof(), units, orders, PlanReplay.of(world, plan, seed));
  }
}
