package io.synkro.predict.optimize.decomposition;

/**
 * Makes a plan keep the hard limits: prices of exceeded limits rise, the lines that use them are
 * solved again on all threads, and new plans are taken one after another if less is exceeded. Used
 * by one thread at a time.
 */
final class Repair {
  private static final int MOST_ROUNDS = 80;
  private static final double FIRST = 0.02;
  private static final double FASTER = 1.3;

  private final Parts parts;
  private final LineTable table;
  private final Limits limits;
  private final Dual dual;
  private final int[] plan;
  private final int[] proposal;
  private final boolean[] changed;
  private final double[] used;
  private final double[] change;
  private final int[] listed;
  private final LineBooks books;

  /**
   * Prepares.
   *
   * @param parts of the engine
   * @param dual prices to begin with
   * @param plan what is repaired, in place
   */
  Repair(Parts parts, Dual dual, int[] plan) {
    this.parts = parts;
    this.table = parts.table();
    this.limits = parts.limits();
    this.dual = dual;
    this.plan = plan;
    this.proposal = new int[plan.length];
    this.changed = new boolean[table.lines];
    this.used = new double[limits.accounts];
    this.change = new double[limits.accounts];
    this.listed = new int[table.mostAccounts()];
    this.books = new LineBooks(table);
  }

  /** Repairs; returns whether the plan keeps all hard limits now. */
  boolean run() {
    double[] booked =
        parts
            .pass()
            .each(
                1,
                () -> {
                  LineBooks own = new LineBooks(table);
                  return (line, sums) -> own.use(line, plan, table.start(line), sums.used);
                })
            .used;
    System.arraycopy(booked, 0, used, 0, used.length);
    double[] prices = dual.prices().clone();
    double rise = FIRST;
    for (int round = 0; round < MOST_ROUNDS && !parts.watch().isOver(); round++) {
      if (limits.kept(used)) {
        return true;
      }
      for (int r = 0; r < limits.count; r++) {
        if (isExceeded(r)) {
          double base = 0.01 * Math.abs(dual.bound()) / dual.scale(r);
          prices[r] += rise * (dual.prices()[r] + base);
        }
      }
      rise *= FASTER;
      propose(limits.accountPrices(prices));
      accept();
    }
    return limits.kept(used);
  }

  private boolean isExceeded(int limit) {
    return limits.hard(limit) && limits.excess(limit, used[limits.account[limit]]) > 0;
  }

  private void propose(double[] prices) {
    boolean[] over = new boolean[limits.accounts];
    for (int r = 0; r < limits.count; r++) {
      over[limits.account[r]] |= isExceeded(r);
    }
    parts
        .pass()
        .each(
            1,
            () -> {
              LineProgram program = parts.pass().program();
              program.price(prices, 1);
              return (line, sums) -> {
                changed[line] = orders(line, over);
                if (changed[line]) {
                  program.solve(line, proposal);
                  changed[line] = differs(line);
                }
              };
            });
  }

  /** Returns whether a line has orders and can use an exceeded account. */
  private boolean orders(int line, boolean[] over) {
    boolean any = false;
    for (int t = 0; t < table.periods; t++) {
      for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
        any |= over[table.roomAccount[r] + t];
      }
    }
    boolean some = false;
    for (int o = table.options[line]; o < table.options[line + 1]; o++) {
      for (int t = 0; t < table.periods; t++) {
        if (plan[o * table.periods + t] > 0) {
          some = true;
          any |= over[t] || over[table.supplier[o] + t];
        }
      }
    }
    return some && any;
  }

  private boolean differs(int line) {
    int from = table.options[line] * table.periods;
    int to = table.options[line + 1] * table.periods;
    return !java.util.Arrays.equals(plan, from, to, proposal, from, to);
  }

  private void accept() {
    for (int line = 0; line < table.lines; line++) {
      if (changed[line]) {
        consider(line);
      }
    }
  }

  private void consider(int line) {
    int count = table.accounts(line, listed);
    for (int j = 0; j < count; j++) {
      change[listed[j]] = 0;
    }
    books.use(line, plan, table.start(line), change);
    for (int j = 0; j < count; j++) {
      change[listed[j]] = -Math.abs(change[listed[j]]);
    }
    books.use(line, proposal, table.start(line), change);
    double worse = 0;
    for (int j = 0; j < count; j++) {
      int account = listed[j];
      for (int k = limits.begin[account]; k < limits.begin[account + 1]; k++) {
        int r = limits.order[k];
        if (limits.hard(r)) {
          double after = limits.excess(r, used[account] + change[account]);
          worse += (after - limits.excess(r, used[account])) / dual.scale(r);
        }
      }
    }
    if (worse < 0) {
      for (int j = 0; j < count; j++) {
        used[listed[j]] += change[listed[j]];
        change[listed[j]] = 0;
      }
      int from = table.options[line] * table.periods;
      int to = table.options[line + 1] * table.periods;
      System.arraycopy(proposal, from, plan, from, to - from);
    }
  }
}
