package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.internal.Shared;
import io.synkro.predict.optimize.engine.SolveOptions;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proven lower bound of all blocks at given prices of the limits. Used by one thread at a time,
 * which others help.
 */
final class JointBound {
  /** Rounding errors are far below this share of what is added up. */
  private static final double ROUNDING = 1e-11;

  /** Cells of dynamic programs over all blocks: up to half a minute of one thread. */
  private static final long EFFORT = 2_000_000_000L;

  /** Of the time left: what the blocks left may take before they are bounded in haste. */
  private static final double SHARE = 0.8;

  /** Of the time: after how much of it the pace so far tells something. */
  private static final double LEARNED = 0.1;

  private final Parts parts;
  private final LineTable table;
  private final SolveOptions options;
  private final boolean[] planned;

  /**
   * Prepares.
   *
   * @param parts of the engine
   * @param options tell who helps
   */
  JointBound(Parts parts, SolveOptions options) {
    this.parts = parts;
    this.table = parts.table();
    this.options = options;
    this.planned = new boolean[table.blocks];
  }

  /**
   * Proves a bound; what is left when the watch is over is proven at a glance.
   *
   * @param prices of the limits
   * @param plan good at these, where blocks with lanes are made better
   * @return the bound
   */
  double find(double[] prices, int[] plan) {
    double[] accounts = parts.limits().accountPrices(prices);
    double[] values = new double[table.blocks];
    double start = parts.watch().seconds();
    double learned = start + LEARNED * parts.watch().left();
    AtomicInteger done = new AtomicInteger();
    Shared.run(
        table.blocks,
        options.tasks(),
        options.executor(),
        () -> {
          LaneBound joined = new LaneBound(table, EFFORT / table.blocks, parts.watch());
          joined.price(accounts);
          BlockFloor floor = new BlockFloor(table);
          floor.price(accounts);
          LineProgram single = new LineProgram(table);
          single.price(accounts, 1);
          return block -> {
            if (!table.isJoined(block)) {
              values[block] = single.solve(table.first[block], plan);
            } else if (parts.watch().isOver()) {
              values[block] = floor.cost(block);
            } else {
              values[block] =
                  joined.find(
                      block, plan, parts.watch().seconds() > learned && isLate(start, done.get()));
              planned[block] = joined.hasPlan();
            }
            done.incrementAndGet();
          };
        });
    return sum(values, prices);
  }

  /** Returns by block whether lanes join it and its plan keeps its rules. */
  boolean[] planned() {
    return planned;
  }

  /** Returns whether the rest would take longer than there is time, at the pace so far. */
  private boolean isLate(double start, int done) {
    double pace = (parts.watch().seconds() - start) / Math.max(1, done);
    return pace * (table.blocks - done) > SHARE * parts.watch().left();
  }

  private double sum(double[] values, double[] prices) {
    double sum = 0;
    double magnitude = 0;
    for (double value : values) {
      sum += value;
      magnitude += Math.abs(value);
    }
    for (int r = 0; r < prices.length; r++) {
      double price = prices[r] * parts.limits().amount[r];
      sum -= price;
      magnitude += price;
    }
    return sum - ROUNDING * magnitude;
  }
}
