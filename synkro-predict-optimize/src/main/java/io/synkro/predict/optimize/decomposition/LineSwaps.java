package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * Proposes new plans of single lines, on all threads, and takes them into a whole plan one after
 * another, keeping the books. Used by one thread at a time, which others help.
 */
final class LineSwaps {
  private final LinePass pass;
  private final LineTable table;
  private final Limits limits;
  private final int[] plan;
  private final int[] proposal;
  private final boolean[] changed;
  private final double[] used;
  private final double[] change;
  private final int[] listed;
  private final LineBooks books;
  private final double[] sink;
  private int listedCount;

  /**
   * Prepares.
   *
   * @param parts of the engine
   * @param plan a whole plan, changed in place
   */
  LineSwaps(Parts parts, int[] plan) {
    this.pass = parts.pass();
    this.table = parts.table();
    this.limits = parts.limits();
    this.plan = plan;
    this.proposal = new int[plan.length];
    this.changed = new boolean[table.blocks];
    this.change = new double[limits.accounts];
    this.sink = new double[limits.accounts];
    this.listed = new int[table.mostAccounts()];
    this.books = new LineBooks(table);
    this.used =
        pass.each(
                1,
                () -> {
                  LineBooks own = new LineBooks(table);
                  return (line, sums) -> own.use(line, plan, table.start(line), sums.used);
                })
            .used;
  }

  /** Returns what the plan uses of each account. */
  double[] used() {
    return used;
  }

  /** Returns how much more of a limit is used than there is. */
  double excess(int limit) {
    return limits.excess(limit, used[limits.account[limit]]);
  }

  /**
   * Solves all lines that can use some accounts again.
   *
   * @param prices by account
   * @param touched the accounts
   * @param ordering whether only lines with orders are of interest
   */
  void propose(double[] prices, boolean[] touched, boolean ordering) {
    Arrays.fill(changed, false);
    pass.each(
        1,
        () -> {
          BlockProgram program = pass.program();
          program.price(prices, 1);
          return (line, sums) -> {
            if (touches(line, touched, ordering)) {
              int from = table.start(line);
              System.arraycopy(plan, from, proposal, from, table.start(line + 1) - from);
              double value = program.solve(line, proposal, false);
              changed[line] = value < Double.POSITIVE_INFINITY && differs(line);
            }
          };
        });
  }

  private boolean touches(int block, boolean[] touched, boolean ordering) {
    boolean any = false;
    boolean ordered = false;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      for (int t = 0; t < table.periods; t++) {
        for (int r = table.rooms[i]; r < table.rooms[i + 1]; r++) {
          any |= touched[table.roomAccount[r] + t];
        }
        for (int o = table.options[i]; o < table.ends[i]; o++) {
          boolean has = plan[o * table.periods + t] > 0;
          ordered |= has;
          any |= (has || !ordering) && (touched[t] || touched[table.supplier[o] + t]);
        }
      }
    }
    return any && (ordered || !ordering);
  }

  private boolean differs(int line) {
    int from = table.start(line);
    int to = table.start(line + 1);
    return !Arrays.equals(plan, from, to, proposal, from, to);
  }

  /** Returns whether another plan is proposed for a line. */
  boolean isChanged(int line) {
    return changed[line];
  }

  /** Looks at the proposal for a line: what follows is about it. */
  void look(int line) {
    listedCount = table.accounts(line, listed);
    for (int j = 0; j < listedCount; j++) {
      change[listed[j]] = 0;
    }
    books.use(line, plan, table.start(line), change);
    for (int j = 0; j < listedCount; j++) {
      change[listed[j]] = -Math.abs(change[listed[j]]); // an account may be listed twice
    }
    books.use(line, proposal, table.start(line), change);
  }

  /** Returns by how much the proposal raises what is used beyond hard limits, in their units. */
  double moreExcess(Dual dual) {
    double more = 0;
    for (int j = 0; j < listedCount; j++) {
      int account = listed[j];
      for (int k = limits.begin[account]; k < limits.begin[account + 1]; k++) {
        int r = limits.order[k];
        if (limits.hard(r)) {
          double after = limits.excess(r, used[account] + change[account]);
          more += (after - limits.excess(r, used[account])) / dual.scale(r);
        }
      }
    }
    return more;
  }

  /** Returns by how much the proposal for a line raises the total cost. */
  double moreCost(int line) {
    double more = books.book(line, proposal, sink) - books.book(line, plan, sink);
    Arrays.sort(listed, 0, listedCount);
    for (int j = 0; j < listedCount; j++) {
      int account = listed[j];
      boolean known = j > 0 && listed[j - 1] == account;
      for (int k = limits.begin[account]; k < limits.begin[account + 1] && !known; k++) {
        int r = limits.order[k];
        if (!limits.hard(r)) {
          double after = limits.excess(r, used[account] + change[account]);
          more += limits.price[r] * (after - limits.excess(r, used[account]));
        }
      }
    }
    return more;
  }

  /** Takes the proposal for a line. */
  void take(int line) {
    for (int j = 0; j < listedCount; j++) {
      used[listed[j]] += change[listed[j]];
      change[listed[j]] = 0;
    }
    int from = table.start(line);
    System.arraycopy(proposal, from, plan, from, table.start(line + 1) - from);
  }
}
