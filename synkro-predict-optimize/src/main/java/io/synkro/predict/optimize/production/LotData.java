package io.synkro.predict.optimize.production;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A problem as arrays. Quantities are in the capacity they take, so that what one item frees
 * another can use unit for unit. Capacities and costs are divided by powers of two, which rounds
 * nothing, so that all are near one.
 */
final class LotData {
  /** What counts as no capacity or no money, both near one. */
  static final double TINY = 1e-10;

  final int items;
  final int periods;
  final double timeScale;
  final double costScale;

  /** Shape {@code [periods]}. */
  final double[] capacity;

  final double[] setupTime;
  final double[] setupCost;

  /** Of a unit of capacity from one period to the next, by item. */
  final double[] stockCost;

  /** What counts as nothing of an item, less than any demand of it. */
  final double[] tiny;

  /** Items by falling cost of stock. */
  final int[] dearestFirst;

  /** Capacity that demand takes, shape {@code [items][periods]}. */
  final double[][] need;

  /** Sum of the need before a period, shape {@code [items][periods + 1]}. */
  final double[][] before;

  LotData(CapacitatedLotSizing problem) {
    items = problem.items().size();
    periods = problem.periods();
    capacity = new double[periods];
    setupTime = new double[items];
    setupCost = new double[items];
    stockCost = new double[items];
    tiny = new double[items];
    need = new double[items][periods];
    before = new double[items][periods + 1];
    Arrays.setAll(capacity, problem::capacity);
    timeScale = powerOfTwo(Arrays.stream(capacity).max().orElse(0));
    double most = 0;
    for (int i = 0; i < items; i++) {
      ProductionItem item = problem.items().get(i);
      setupTime[i] = item.setupTime() / timeScale;
      setupCost[i] = item.setupCost();
      stockCost[i] = item.holdingCost() / item.unitCapacity() * timeScale;
      for (int t = 0; t < periods; t++) {
        need[i][t] = item.demand(t) * item.unitCapacity() / timeScale;
        before[i][t + 1] = before[i][t] + need[i][t];
      }
      tiny[i] = Math.min(TINY, 1e-7 * before[i][periods]);
      most = Math.max(most, Math.max(setupCost[i], stockCost[i]));
    }
    costScale = powerOfTwo(most);
    for (int t = 0; t < periods; t++) {
      capacity[t] /= timeScale;
    }
    dearestFirst =
        IntStream.range(0, items)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -stockCost[i]))
            .mapToInt(i -> i)
            .toArray();
    for (int i = 0; i < items; i++) {
      setupCost[i] /= costScale;
      stockCost[i] /= costScale;
    }
  }

  /** Most that a plan can cost which makes nothing without need. */
  double mostCost() {
    double sum = 0;
    for (int i = 0; i < items; i++) {
      sum += periods * setupCost[i];
      for (int t = 0; t < periods; t++) {
        sum += stockCost[i] * t * need[i][t];
      }
    }
    return sum;
  }

  /** The first period from which nothing of an item is needed. */
  int end(int item) {
    int end = periods;
    while (end > 0 && need[item][end - 1] == 0) {
      end--;
    }
    return end;
  }

  private static double powerOfTwo(double value) {
    return value > 0 ? Math.scalb(1.0, Math.getExponent(value)) : 1;
  }
}
