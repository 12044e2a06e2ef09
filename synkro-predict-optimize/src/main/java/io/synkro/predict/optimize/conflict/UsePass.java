package io.synkro.predict.optimize.conflict;

import io.synkro.predict.internal.Shared;
import io.synkro.predict.optimize.engine.Deadline;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;

/**
 * Solves all lines of a situation at prices, shared out in pieces whose number and order of
 * addition depend on nothing but the number of lines: results are equal for any number of threads.
 * Knows when the analysis has to end. Used by the thread that made it.
 */
final class UsePass {
  /** Rounding errors are far below this share of what is added up. */
  private static final double ROUNDING = 1e-11;

  private static final int LEAST_LINES = 32;
  private static final int MOST_PIECES = 64;

  private final SolveOptions options;
  private final Deadline deadline;
  private boolean late;
  private int count;

  UsePass(SolveOptions options, SolveMonitor monitor) {
    this.options = options;
    this.deadline = Deadline.start(options, monitor);
  }

  /** Returns the time since the start. */
  double seconds() {
    return deadline.seconds();
  }

  /** Returns whether the analysis has to end with what it has. */
  boolean isOver() {
    return deadline.isOver();
  }

  /** Returns whether what is left of the time is needed for what comes last. */
  boolean isLate() {
    late = late || isOver() || seconds() >= deadline.limit() / 2;
    return late;
  }

  /** Returns whether the time did not matter so far. */
  boolean isComplete() {
    return !late && !isOver();
  }

  /** Returns how many passes there were. */
  int count() {
    return count;
  }

  /** What a pass found. */
  static final class Found {
    /** By line: the price of its least use; infinite if it cannot be served. */
    final double[] values;

    /** By row: what all lines use; those that cannot be served use nothing. */
    final double[] used;

    /** The sum of the values. */
    double total;

    Found(int lines, int rows) {
      this.values = new double[lines];
      this.used = new double[rows];
    }

    /** Returns by how much the use costs more than what there is, less rounding errors. */
    double margin(double[] prices, double[] amounts) {
      double price = 0;
      double magnitude = 0;
      for (int r = 0; r < prices.length; r++) {
        if (prices[r] > 0) {
          price += prices[r] * amounts[r];
          magnitude += prices[r] * Math.abs(amounts[r]);
        }
      }
      double margin = total - price;
      return total == Double.POSITIVE_INFINITY ? total : margin - ROUNDING * (total + magnitude);
    }
  }

  /**
   * Solves all lines.
   *
   * @param situation needs and what may be used
   * @param prices by row, zero where a row is left out
   * @return what was found
   */
  Found solve(Situation situation, double[] prices) {
    count++;
    int lines = situation.needs.size();
    int rows = prices.length;
    int pieces = Math.max(1, Math.min(MOST_PIECES, lines / LEAST_LINES));
    double[][] used = new double[pieces][rows];
    Found found = new Found(lines, rows);
    Shared.run(
        pieces,
        options.tasks(),
        options.executor(),
        () -> {
          LeastUse program = new LeastUse();
          return piece -> {
            int end = (int) ((long) lines * (piece + 1) / pieces);
            for (int i = (int) ((long) lines * piece / pieces); i < end; i++) {
              LineNeed need = situation.needs.get(i);
              int[] orders = new int[need.cells.size()];
              found.values[i] = program.solve(need, prices, situation.available, orders);
              need.use(orders, used[piece]);
            }
          };
        });
    for (double value : found.values) {
      found.total += value;
    }
    for (double[] part : used) {
      for (int r = 0; r < rows; r++) {
        found.used[r] += part[r];
      }
    }
    return found;
  }
}
