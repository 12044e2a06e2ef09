package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.internal.Shared;
import java.util.concurrent.Executor;

/**
 * Solves all lines at given prices, or every so many of them, and adds up what their plans use and
 * cost. Lines are shared out in pieces whose number and order of addition depend on nothing but the
 * table, so results are equal for any number of threads.
 */
final class LinePass {
  private static final int MOST_PIECES = 128;
  private static final int LEAST_LINES = 64;

  private final LineTable table;
  private final Executor executor;
  private final int tasks;
  private final int accounts;

  LinePass(LineTable table, int accounts, Executor executor, int tasks) {
    this.table = table;
    this.accounts = accounts;
    this.executor = executor;
    this.tasks = tasks;
  }

  /**
   * What a pass found, as sums over its lines.
   *
   * <p>{@code value} is the cost of the plans plus the price of what they use, {@code magnitude}
   * the sum of the sizes of what was added, which bounds the rounding error.
   */
  static final class Sums {
    double value;
    double cost;
    double magnitude;
    int hopeless = -1;
    final double[] used;

    Sums(int accounts) {
      this.used = new double[accounts];
    }

    private void add(Sums other) {
      value += other.value;
      cost += other.cost;
      magnitude += other.magnitude;
      hopeless = hopeless >= 0 ? hopeless : other.hopeless;
      for (int a = 0; a < used.length; a++) {
        used[a] += other.used[a];
      }
    }
  }

  /**
   * Solves lines 0, stride, 2 stride and so on.
   *
   * @param prices by account
   * @param weight of the true costs
   * @param stride 1 for all lines
   * @param plans where the plans are written to
   * @return the sums
   */
  Sums solve(double[] prices, double weight, int stride, int[] plans) {
    int count = (table.lines + stride - 1) / stride;
    int pieces = Math.max(1, Math.min(MOST_PIECES, count / LEAST_LINES));
    Sums[] parts = new Sums[pieces];
    Shared.run(
        pieces,
        tasks,
        executor,
        () -> {
          LineProgram program = new LineProgram(table);
          LineBooks books = new LineBooks(table);
          program.price(prices, weight);
          return piece -> {
            Sums sums = new Sums(accounts);
            int end = (int) ((long) count * (piece + 1) / pieces);
            for (int j = (int) ((long) count * piece / pieces); j < end; j++) {
              int line = j * stride;
              double value = program.solve(line, plans);
              if (value == Double.POSITIVE_INFINITY) {
                sums.hopeless = sums.hopeless >= 0 ? sums.hopeless : line;
              } else {
                sums.value += value;
                sums.cost += books.book(line, plans, 1, sums.used);
                sums.magnitude += Math.abs(value) + 2 * books.purchases();
              }
            }
            parts[piece] = sums;
          };
        });
    Sums all = parts[0];
    for (int p = 1; p < pieces; p++) {
      all.add(parts[p]);
    }
    return all;
  }
}
