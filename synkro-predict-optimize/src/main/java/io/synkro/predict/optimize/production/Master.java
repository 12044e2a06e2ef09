package io.synkro.predict.optimize.production;

import io.synkro.predict.optimize.engine.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Mixes known plans of the items to the cheapest whole that keeps the capacity on average, where
 * overtime can be bought: the restricted master program of Dantzig &amp; Wolfe (1960), by the
 * revised primal simplex method with an explicit inverse.
 *
 * <p>Rows: one a period (use − overtime + slack = capacity), one an item (weights add up to 1).
 */
final class Master {
  private static final double TINY = 1e-9;
  private static final double PIVOT = 1e-8;

  /** Plans kept for each row. */
  private static final int KEPT = 3;

  private final LotData data;
  private final int periods;
  private final int rows;
  private final double overtime;
  private final List<Column> columns = new ArrayList<>();

  /** Of each row: t for the slack of a period, periods + t for its overtime, then columns. */
  private final int[] basis;

  private final double[][] inverse;
  private final double[] level;
  private final double[] duals;
  private final double[] direction;

  /**
   * Starts with one plan of each item.
   *
   * @param overtime price of a unit of capacity
   */
  Master(LotData data, double overtime, List<Column> first) {
    this.data = data;
    this.periods = data.periods;
    this.rows = periods + data.items;
    this.overtime = overtime;
    basis = new int[rows];
    inverse = new double[rows][rows];
    level = new double[rows];
    duals = new double[rows];
    direction = new double[rows];
    columns.addAll(first);
    for (int t = 0; t < periods; t++) {
      double left = data.capacity[t];
      for (Column column : first) {
        left -= column.use[t];
      }
      double sign = left >= 0 ? 1 : -1;
      basis[t] = left >= 0 ? t : periods + t;
      level[t] = Math.abs(left);
      inverse[t][t] = sign;
      for (int i = 0; i < data.items; i++) {
        inverse[t][periods + i] = -sign * first.get(i).use[t];
      }
    }
    for (int i = 0; i < data.items; i++) {
      basis[periods + i] = 2 * periods + i;
      level[periods + i] = 1;
      inverse[periods + i][periods + i] = 1;
    }
    findDuals();
  }

  void add(Column column) {
    columns.add(column);
  }

  /** Adds a plan if the mixture would gain by it. */
  boolean offer(Column column) {
    columns.add(column);
    if (reducedCost(2 * periods + columns.size() - 1) < -TINY) {
      return true;
    }
    columns.remove(columns.size() - 1);
    return false;
  }

  private double cost(int variable) {
    if (variable < 2 * periods) {
      return variable < periods ? 0 : overtime;
    }
    return columns.get(variable - 2 * periods).cost;
  }

  private void findDuals() {
    Arrays.fill(duals, 0);
    for (int r = 0; r < rows; r++) {
      double paid = cost(basis[r]);
      if (paid != 0) {
        for (int k = 0; k < rows; k++) {
          duals[k] += paid * inverse[r][k];
        }
      }
    }
  }

  /** Finds the optimum of the known plans; ends early after so many steps, or if time is up. */
  void solve(int steps, Deadline deadline) {
    for (int step = 0; step < steps; step++) {
      int entering = entering();
      if (entering < 0) {
        return;
      }
      double reduced = reducedCost(entering);
      findDirection(entering);
      int leaving = leaving();
      if (leaving < 0) {
        return; // rounding errors: nothing here can grow for ever
      }
      pivot(entering, leaving, reduced);
      if (step % 100 == 99) {
        findDuals();
        if (deadline.isOver()) {
          return;
        }
      }
    }
  }

  private double reducedCost(int variable) {
    if (variable < 2 * periods) {
      return variable < periods ? -duals[variable] : overtime + duals[variable - periods];
    }
    Column column = columns.get(variable - 2 * periods);
    double sum = column.cost - duals[periods + column.item];
    for (int t = 0; t < periods; t++) {
      sum -= duals[t] * column.use[t];
    }
    return sum;
  }

  private int entering() {
    int best = -1;
    double least = -TINY;
    int all = 2 * periods + columns.size();
    for (int j = 0; j < all; j++) {
      double reduced = reducedCost(j);
      if (reduced < least) {
        least = reduced;
        best = j;
      }
    }
    return best;
  }

  private void findDirection(int variable) {
    if (variable < 2 * periods) {
      int t = variable < periods ? variable : variable - periods;
      double sign = variable < periods ? 1 : -1;
      for (int r = 0; r < rows; r++) {
        direction[r] = sign * inverse[r][t];
      }
      return;
    }
    Column column = columns.get(variable - 2 * periods);
    for (int r = 0; r < rows; r++) {
      double[] row = inverse[r];
      double sum = row[periods + column.item];
      for (int t = 0; t < periods; t++) {
        sum += row[t] * column.use[t];
      }
      direction[r] = sum;
    }
  }

  private int leaving() {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int r = 0; r < rows; r++) {
      if (direction[r] > PIVOT) {
        double ratio = Math.max(0, level[r]) / direction[r];
        boolean tie = best >= 0 && Math.abs(ratio - least) <= 1e-12;
        if (tie ? direction[r] > direction[best] : ratio < least) {
          least = Math.min(least, ratio);
          best = r;
        }
      }
    }
    return best;
  }

  private void pivot(int entering, int leaving, double reduced) {
    double[] row = inverse[leaving];
    double factor = 1 / direction[leaving];
    for (int k = 0; k < rows; k++) {
      row[k] *= factor;
      duals[k] += reduced * row[k];
    }
    level[leaving] *= factor;
    for (int r = 0; r < rows; r++) {
      double amount = direction[r];
      if (r != leaving && amount != 0) {
        double[] other = inverse[r];
        for (int k = 0; k < rows; k++) {
          other[k] -= amount * row[k];
        }
        level[r] -= amount * level[leaving];
      }
    }
    basis[leaving] = entering;
  }

  double value() {
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += cost(basis[r]) * level[r];
    }
    return sum;
  }

  /** Whether no overtime is left in the mixture. */
  boolean keepsCapacity() {
    for (int r = 0; r < rows; r++) {
      if (basis[r] >= periods && basis[r] < 2 * periods && level[r] > TINY) {
        return false;
      }
    }
    return true;
  }

  /** Prices of the capacity, zero or more. */
  double[] prices() {
    double[] prices = new double[periods];
    Arrays.setAll(prices, t -> Math.max(0, -duals[t]));
    return prices;
  }

  /** How far each set-up is in the mixture, by item and period. */
  double[] shares() {
    double[] shares = new double[data.items * periods];
    for (int r = 0; r < rows; r++) {
      if (basis[r] >= 2 * periods && level[r] > 0) {
        Column column = columns.get(basis[r] - 2 * periods);
        for (int t = column.setups.nextSetBit(0); t >= 0; t = column.setups.nextSetBit(t + 1)) {
          shares[column.item * periods + t] += level[r];
        }
      }
    }
    return shares;
  }

  /** The plans closest to being part of the mixture. */
  List<Column> best() {
    int count = columns.size();
    double[] reduced = new double[count];
    for (int j = 0; j < count; j++) {
      reduced[j] = reducedCost(2 * periods + j);
    }
    double[] sorted = reduced.clone();
    Arrays.sort(sorted);
    double most = sorted[Math.min(count, KEPT * rows) - 1];
    List<Column> best = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      if (reduced[j] <= most) {
        best.add(columns.get(j));
      }
    }
    return best;
  }
}
