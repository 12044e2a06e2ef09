package io.synkro.predict.optimize;

import io.synkro.predict.inventory.SupplierId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Key figures of a plan.
 *
 * @param orderValue money of all planned orders
 * @param expectedFillRate share of all units demanded in a replenishment cycle that is expected to
 *     be served, from 0 to 1; 1 without demand
 * @param holdingCostPerYear expected cost of holding stock under the policies
 * @param ordersBySupplier number of lines to order by supplier, in the order of supplier ids
 * @param linesByUrgency number of lines by urgency, the most urgent first
 */
public record PlanKpis(
    double orderValue,
    double expectedFillRate,
    double holdingCostPerYear,
    SortedMap<SupplierId, Integer> ordersBySupplier,
    Map<Urgency, Integer> linesByUrgency) {
  /** {@inheritDoc} */
  public PlanKpis {
    ordersBySupplier = Collections.unmodifiableSortedMap(new TreeMap<>(ordersBySupplier));
    linesByUrgency = Collections.unmodifiableMap(new EnumMap<>(linesByUrgency));
  }

  static PlanKpis of(List<PlanLine> lines) {
    double value = 0;
    double holding = 0;
    double demanded = 0;
    double missed = 0;
    SortedMap<SupplierId, Integer> orders = new TreeMap<>();
    Map<Urgency, Integer> urgencies = new EnumMap<>(Urgency.class);
    for (PlanLine line : lines) {
      double ofCycle = line.levels().cycleDemand();
      value += line.order().value();
      holding += line.holdingCostPerYear();
      demanded += ofCycle;
      missed += Math.min(ofCycle, line.service().unitsShort());
      urgencies.merge(line.urgency(), 1, Integer::sum);
      if (line.order().quantity() > 0) {
        orders.merge(line.order().supplier(), 1, Integer::sum);
      }
    }
    for (Urgency urgency : Urgency.values()) {
      urgencies.putIfAbsent(urgency, 0);
    }
    return new PlanKpis(
        value, demanded > 0 ? 1 - missed / demanded : 1, holding, orders, urgencies);
  }
}
