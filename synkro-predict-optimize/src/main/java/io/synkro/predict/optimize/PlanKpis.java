package io.synkro.predict.optimize;

import io.synkro.predict.inventory.SupplierId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Key figures of a plan or of a part of it.
 *
 * @param lines how many lines
 * @param orderValue money of the orders of today
 * @param transfers how many transfers are sent today
 * @param expectedFillRate share of the units demanded that is expected to be served, over the
 *     periods that orders or transfers can still change, from 0 to 1; 1 without demand
 * @param belowTarget lines whose planned stock is below what their service level asks for in some
 *     period that orders or transfers can still change
 * @param costs expected costs of all periods by kind
 * @param ordersBySupplier number of lines to order today by supplier, in the order of supplier ids
 * @param linesByUrgency number of lines by urgency, the most urgent first
 */
public record PlanKpis(
    int lines,
    double orderValue,
    int transfers,
    double expectedFillRate,
    int belowTarget,
    LineCosts costs,
    SortedMap<SupplierId, Integer> ordersBySupplier,
    Map<Urgency, Integer> linesByUrgency) {
  /** Below a floor by less than this share of a pack is as good as at it. */
  private static final double ROUNDING = 1e-6;

  /** {@inheritDoc} */
  public PlanKpis {
    ordersBySupplier = Collections.unmodifiableSortedMap(new TreeMap<>(ordersBySupplier));
    linesByUrgency = Collections.unmodifiableMap(new EnumMap<>(linesByUrgency));
  }

  static PlanKpis of(Collection<PlanLine> lines) {
    double value = 0;
    int transfers = 0;
    double demanded = 0;
    double missed = 0;
    int below = 0;
    LineCosts costs = LineCosts.ZERO;
    SortedMap<SupplierId, Integer> orders = new TreeMap<>();
    Map<Urgency, Integer> urgencies = new EnumMap<>(Urgency.class);
    for (PlanLine line : lines) {
      double ofDay = line.demand().perDay(); // as long for all lines, so days do not matter
      value += line.order().value();
      transfers += sentToday(line);
      costs = costs.plus(line.costs());
      demanded += ofDay;
      missed += ofDay * (1 - line.service().fillRate());
      below += isBelow(line) ? 1 : 0;
      urgencies.merge(line.urgency(), 1, Integer::sum);
      if (line.order().quantity() > 0) {
        orders.merge(line.order().supplier(), 1, Integer::sum);
      }
    }
    for (Urgency urgency : Urgency.values()) {
      urgencies.putIfAbsent(urgency, 0);
    }
    double fillRate = demanded > 0 ? 1 - missed / demanded : 1;
    return new PlanKpis(lines.size(), value, transfers, fillRate, below, costs, orders, urgencies);
  }

  /** Counted where they are received. */
  private static int sentToday(PlanLine line) {
    return (int)
        line.transfers().stream()
            .filter(it -> it.to().equals(line.id()) && it.sent().equals(line.order().placed()))
            .count();
  }

  private static boolean isBelow(PlanLine line) {
    return line.stock().stream()
        .anyMatch(at -> at.units() < at.floor() - ROUNDING * (line.step() + at.floor()));
  }

  /**
   * Returns how many orders are placed today.
   *
   * @return lines to order of all suppliers
   */
  public int orders() {
    return ordersBySupplier.values().stream().mapToInt(Integer::intValue).sum();
  }
}
