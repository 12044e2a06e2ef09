package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.internal.Shared;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import java.util.concurrent.Executor;

/**
 * The cost of the stock of every line, period and number of packs arrived, as far as it fits. They
 * are rounded down to floats, so that a bound from them is valid; it loses a ten millionth of the
 * costs of stock at most. Stock below the minimum or above the maximum costs without end. Immutable
 * after it is made.
 */
final class StateCosts {
  /** 128 MB. */
  private static final int MOST = 32_000_000;

  /** Half of what the check of plans allows. */
  private static final double TOLERANCE = 0.5e-6;

  private static final int PIECES = 64;

  private final LineTable table;
  private final float[] costs;
  private final int[] starts;

  /**
   * Fills the costs.
   *
   * @param table the lines
   * @param executor runs the threads that help
   * @param tasks most threads
   */
  StateCosts(LineTable table, Executor executor, int tasks) {
    this.table = table;
    this.starts = new int[table.lines];
    int size = 0;
    for (int i = 0; i < table.lines; i++) {
      long end = size + (long) table.states[i] * table.periods;
      starts[i] = end <= MOST ? size : -1;
      size = end <= MOST ? (int) end : size;
    }
    this.costs = new float[size];
    Shared.run(PIECES, tasks, executor, () -> this::fill);
  }

  private void fill(int piece) {
    int end = (int) ((long) table.lines * (piece + 1) / PIECES);
    for (int i = (int) ((long) table.lines * piece / PIECES); i < end; i++) {
      if (starts[i] >= 0) {
        fill(i, costs, starts[i]);
      }
    }
  }

  /** Returns where the costs of a line begin, or −1 if they did not fit. */
  int start(int line) {
    return starts[line];
  }

  /** Returns the costs: by line, period and packs. */
  float[] costs() {
    return costs;
  }

  /** Computes the costs of a line. */
  void fill(int i, float[] target, int start) {
    StockLine line = table.line(i);
    int states = table.states[i];
    int at = start;
    for (int t = 0; t < table.periods; t++) {
      StockCost cost = line.cost(t);
      double least = line.minimumStock(t);
      double allowed = least - TOLERANCE * Math.max(1, Math.abs(least));
      double most = line.maximumStock(t);
      double kept = most + TOLERANCE * Math.max(1, Math.abs(most));
      double bare = line.stockWithoutOrders(t);
      int corner = 0;
      for (int s = 0; s < states; s++) {
        double stock = bare + table.pack[i] * s;
        while (corner < cost.corners() && stock > cost.level(corner)) {
          corner++;
        }
        int base = Math.max(0, corner - 1);
        double value = cost.value(base) + cost.slope(corner) * (stock - cost.level(base));
        boolean possible = stock >= allowed && stock <= kept;
        target[at++] = possible ? roundedDown(value) : Float.POSITIVE_INFINITY;
      }
    }
  }

  private static float roundedDown(double value) {
    float nearest = (float) value;
    return nearest > value ? Math.nextDown(nearest) : nearest;
  }
}
