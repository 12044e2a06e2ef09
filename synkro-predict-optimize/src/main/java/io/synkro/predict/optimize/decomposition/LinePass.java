package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.internal.Shared;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Goes over lines, shared out in pieces whose number and order of addition depend on nothing but
 * the number of lines: results are equal for any number of threads.
 */
final class LinePass {
  private static final int MOST_PIECES = 128;
  private static final int LEAST_LINES = 64;

  private final LineTable table;
  private final Limits limits;
  private final Executor executor;
  private final int tasks;
  private final Watch watch;
  private int count;

  LinePass(LineTable table, Limits limits, Threads threads) {
    this.table = table;
    this.limits = limits;
    this.executor = threads.executor;
    this.tasks = threads.tasks;
    this.watch = threads.watch;
  }

  /** Who works, and until when. */
  record Threads(Executor executor, int tasks, Watch watch) {}

  /** At what prices lines are solved, and which. */
  static final class Query {
    private final double[] prices;
    private final double weight;
    private final int stride;

    /**
     * Creates a query.
     *
     * @param prices by account
     * @param weight of the true costs
     * @param stride every how many lines
     */
    Query(double[] prices, double weight, int stride) {
      this.prices = prices;
      this.weight = weight;
      this.stride = stride;
    }
  }

  /** Hears of every line that is solved, on the thread that solved it. */
  @FunctionalInterface
  interface Listener {
    /** Hears of a line: its plan lies in the plans of the pass; the books are free to use. */
    void solved(int line, LineBooks books);
  }

  /** What a pass found, as sums over its lines. */
  static final class Sums {
    /** The costs of the plans, weighted, plus the price of what they use; or just the costs. */
    double value;

    /** The sum of the sizes of what was added up, to which rounding errors are proportional. */
    double magnitude;

    /** A line without any plan, or −1. */
    int hopeless = -1;

    /** Whether all lines were gone over before the watch was over. */
    boolean complete = true;

    final double[] used;

    Sums(int accounts) {
      this.used = new double[accounts];
    }

    private void add(Sums other) {
      value += other.value;
      magnitude += other.magnitude;
      hopeless = hopeless >= 0 ? hopeless : other.hopeless;
      complete &= other.complete;
      for (int a = 0; a < used.length; a++) {
        used[a] += other.used[a];
      }
    }
  }

  /** Returns a new program that solves blocks. */
  BlockProgram program() {
    return new BlockProgram(table, watch);
  }

  /** Returns how many passes over all lines there were. */
  int count() {
    return count;
  }

  /** What a thread does to a line, and the sums of its piece. */
  @FunctionalInterface
  interface Worker {
    /** Does it. */
    void work(int line, Sums sums);
  }

  /**
   * Solves lines.
   *
   * @param query at what prices, and which lines
   * @param plans where the plans are written to
   * @param listener hears of each line
   * @return the sums; not complete if the watch is over
   */
  Sums solve(Query query, int[] plans, Listener listener) {
    count += query.stride == 1 ? 1 : 0;
    return each(
        query.stride,
        () -> {
          BlockProgram program = new BlockProgram(table, watch);
          program.price(query.prices, query.weight);
          LineBooks books = new LineBooks(table);
          return (line, sums) -> {
            double value = program.solve(line, plans, true);
            if (value == Double.POSITIVE_INFINITY && watch.isOver()) {
              sums.complete = false; // a search that was cut short
            } else if (value == Double.POSITIVE_INFINITY) {
              sums.hopeless = sums.hopeless >= 0 ? sums.hopeless : line;
            } else {
              books.use(line, plans, table.start(line), sums.used);
              sums.value += value;
              sums.magnitude += Math.abs(value) + 2 * books.purchases();
              listener.solved(line, books);
            }
          };
        });
  }

  /**
   * Goes over lines.
   *
   * @param stride every how many lines
   * @param workers makes a worker for each thread
   * @return the sums; not complete if the watch is over
   */
  Sums each(int stride, Supplier<Worker> workers) {
    int lines = (table.blocks + stride - 1) / stride;
    int pieces = Math.max(1, Math.min(MOST_PIECES, lines / LEAST_LINES));
    Sums[] parts = new Sums[pieces];
    Shared.run(
        pieces,
        tasks,
        executor,
        () -> {
          Worker worker = workers.get();
          return piece -> {
            Sums sums = new Sums(limits.accounts);
            parts[piece] = sums;
            int end = (int) ((long) lines * (piece + 1) / pieces);
            for (int j = (int) ((long) lines * piece / pieces); j < end; j++) {
              boolean isLong = j % 32 == 0 || table.isJoined(j * stride);
              if (isLong && watch.isOver()) {
                sums.complete = false;
                return;
              }
              worker.work(j * stride, sums);
            }
          };
        });
    for (int p = 1; p < pieces; p++) {
      parts[0].add(parts[p]);
    }
    return parts[0];
  }

  /** Does independent pieces of work, on several threads. */
  void share(int pieces, IntConsumer work) {
    Shared.run(pieces, tasks, executor, () -> work::accept);
  }
}
