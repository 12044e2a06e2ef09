package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;

/**
 * The lines whose plan is open, with the plans that they can have, as differences from the one
 * without regret. Immutable after it is made.
 */
final class Core {
  /** By line of the core: its position among all lines, and its first plan. */
  final int[] lines;

  final int[] first;

  /** By line of the core: the plan that it has in the best whole plan so far. */
  final int[] kept;

  /** By plan: number in the pool, line of the core, regret, share in the mixture. */
  final int[] columns;

  final int[] owners;
  final double[] regrets;
  final double[] shares;

  /** By plan: what it costs more than that without regret, and where its uses begin. */
  final double[] costs;

  final int[] begin;

  /** By use: the account, and how much more is used of it. */
  final int[] accounts;

  final double[] amounts;

  private Core(Builder builder) {
    builder.first.add(builder.columns.size());
    builder.begin.add(builder.accounts.size());
    this.lines = builder.lines.toArray();
    this.first = builder.first.toArray();
    this.kept = builder.kept.toArray();
    this.columns = builder.columns.toArray();
    this.owners = builder.owners.toArray();
    this.regrets = builder.regrets.toArray();
    this.shares = builder.shares.toArray();
    this.costs = builder.costs.toArray();
    this.begin = builder.begin.toArray();
    this.accounts = builder.accounts.toArray();
    this.amounts = builder.amounts.toArray();
  }

  /** Collects the lines of a core. */
  static final class Builder {
    private final LineTable table;
    private final Limits limits;
    private final PlanPool pool;
    private final Regrets known;
    private final LineBooks books;
    private final double[] reference;
    private final double[] used;
    private final int[] listed;
    private final IntArray lines = new IntArray();
    private final IntArray first = new IntArray();
    private final IntArray kept = new IntArray();
    private final IntArray columns = new IntArray();
    private final IntArray owners = new IntArray();
    private final DoubleArray regrets = new DoubleArray();
    private final DoubleArray shares = new DoubleArray();
    private final DoubleArray costs = new DoubleArray();
    private final IntArray begin = new IntArray();
    private final IntArray accounts = new IntArray();
    private final DoubleArray amounts = new DoubleArray();

    Builder(Parts parts, Regrets known) {
      this.table = parts.table();
      this.limits = parts.limits();
      this.pool = parts.pool();
      this.known = known;
      this.books = new LineBooks(table);
      this.reference = new double[limits.accounts];
      this.used = new double[limits.accounts];
      this.listed = new int[table.mostAccounts()];
    }

    /**
     * Adds a line if more than one of its plans is open.
     *
     * @param line its position
     * @param open which plans
     * @param share by plan, its share in the mixture
     * @param incumbent its plan in the best whole plan, or −1
     */
    void add(int line, boolean[] open, double[] share, int incumbent) {
      int count = 0;
      for (int c = 0; c < pool.count(line); c++) {
        count += open[c] ? 1 : 0;
      }
      if (count < 2) {
        return;
      }
      int best = known.best(line);
      books.use(line, pool.cells(line), pool.start(line, best), reference);
      first.add(columns.size());
      int keep = columns.size();
      for (int c = 0; c < pool.count(line); c++) {
        if (open[c]) {
          keep = c == incumbent ? columns.size() : keep;
          columns.add(c);
          owners.add(lines.size());
          regrets.add(known.regret(line, c));
          shares.add(share[c]);
          costs.add(pool.cost(line, c) - pool.cost(line, best));
          begin.add(accounts.size());
          addUses(line, c);
        }
      }
      clear(line, reference);
      kept.add(keep);
      lines.add(line);
    }

    private void addUses(int line, int column) {
      books.use(line, pool.cells(line), pool.start(line, column), used);
      int count = table.accounts(line, listed);
      for (int j = 0; j < count; j++) {
        int account = listed[j];
        double difference = used[account] - reference[account];
        if (difference != 0) {
          used[account] = reference[account]; // an account may be listed twice
          if (limits.isLimited(account)) {
            accounts.add(account);
            amounts.add(difference);
          }
        }
      }
      clear(line, used);
    }

    private void clear(int line, double[] values) {
      int count = table.accounts(line, listed);
      for (int j = 0; j < count; j++) {
        values[listed[j]] = 0;
      }
    }

    /** Returns the number of plans so far. */
    int size() {
      return columns.size();
    }

    /** Builds the core. */
    Core build() {
      return new Core(this);
    }
  }
}
