package io.synkro.predict.optimize.production;

import java.util.HashMap;
import java.util.Map;

/**
 * The optimum of a problem of two items whose numbers are whole, by trying all quantities: if the
 * numbers are whole, some best plan is.
 */
final class Enumeration {
  private final CapacitatedLotSizing problem;

  Enumeration(CapacitatedLotSizing problem) {
    this.problem = problem;
  }

  private record Stock(int first, int second) {}

  double best() {
    Map<Stock, Double> costs = new HashMap<>(Map.of(new Stock(0, 0), 0.0));
    for (int t = 0; t < problem.periods(); t++) {
      Map<Stock, Double> next = new HashMap<>();
      for (Map.Entry<Stock, Double> entry : costs.entrySet()) {
        step(t, entry.getKey(), entry.getValue(), next);
      }
      costs = next;
    }
    return costs.values().stream().mapToDouble(cost -> cost).min().orElse(Double.POSITIVE_INFINITY);
  }

  private void step(int t, Stock stock, double cost, Map<Stock, Double> next) {
    int most = (int) problem.capacity(t);
    for (int a = 0; a <= most; a++) {
      for (int b = 0; a + b <= most; b++) {
        double used = used(0, a) + used(1, b);
        int left = stock.first + a - (int) problem.items().get(0).demand(t);
        int right = stock.second + b - (int) problem.items().get(1).demand(t);
        if (used <= most && left >= 0 && right >= 0 && left < 16 && right < 16) {
          double paid = cost + cost(0, a, left) + cost(1, b, right);
          next.merge(new Stock(left, right), paid, Math::min);
        }
      }
    }
  }

  private double used(int item, int quantity) {
    return quantity + (quantity > 0 ? problem.items().get(item).setupTime() : 0);
  }

  private double cost(int item, int quantity, int stock) {
    ProductionItem made = problem.items().get(item);
    return (quantity > 0 ? made.setupCost() : 0) + stock * made.holdingCost();
  }
}
