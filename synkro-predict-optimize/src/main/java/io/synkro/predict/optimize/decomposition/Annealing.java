package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chooses a plan for each line of a core by simulated annealing (Kirkpatrick, Gelatt &amp; Vecchi
 * 1983, <a
 * href="https://doi.org/10.1126/science.220.4598.671">doi:10.1126/science.220.4598.671</a>): random
 * moves of one or two lines are taken if they lower the cost plus penalties on what is used beyond
 * limits, or with a probability that falls. Penalties of limits that stay exceeded grow. Used by
 * one thread at a time.
 */
final class Annealing {
  private static final double MORE = 1.3;
  private static final double LESS = 0.97;

  private final Core core;
  private final Limits limits;
  private final Watch watch;
  private final int[] selected;
  private final double[] used;
  private final double[] penalties;
  private final double[] least;
  private final double[] change;
  private final int[] touched;
  private final long[] stamps;
  private long moves;
  private int touchedCount;
  private int exceeded;
  private double objective;
  private final int[] best;
  private double bestObjective = Double.POSITIVE_INFINITY;

  /**
   * Prepares.
   *
   * @param core the open lines
   * @param parts of the engine
   * @param baseUsed what all lines use at their plans without regret
   */
  Annealing(Core core, Parts parts, double[] baseUsed) {
    this.core = core;
    this.limits = parts.limits();
    this.watch = parts.watch();
    this.selected = new int[core.lines.length];
    this.best = new int[core.lines.length];
    this.used = baseUsed.clone();
    this.penalties = new double[limits.count];
    this.least = new double[limits.count];
    this.change = new double[limits.accounts];
    this.touched = new int[limits.accounts];
    this.stamps = new long[limits.accounts];
  }

  /**
   * How a run anneals.
   *
   * @param sweeps how often as many moves are tried as there are plans
   * @param widest regret of the plans moved to
   * @param hot first temperature
   * @param cold last temperature
   */
  record Schedule(int sweeps, double widest, double hot, double cold) {}

  /** Sets the penalty of each hard limit: at first, and at least. */
  void penalize(int limit, double first, double lowest) {
    penalties[limit] = limits.hard(limit) ? first : limits.price[limit];
    least[limit] = limits.hard(limit) ? lowest : limits.price[limit];
  }

  /** Selects a plan of a line of the core before the run. */
  void select(int line, int plan) {
    selected[line] = plan;
  }

  /** Returns the selected plan of a line. */
  int selected(int line) {
    return selected[line];
  }

  /** Returns the selected plan of a line in the best choice. */
  int best(int line) {
    return best[line];
  }

  /**
   * Returns the best objective above that of the plans without regret; infinite if none is kept.
   */
  double bestObjective() {
    return bestObjective;
  }

  /** Anneals from the selected plans. */
  void run(Schedule schedule, SplittableRandom random) {
    int[] open = open(schedule.widest);
    count();
    keepBest();
    double cooling = Math.pow(schedule.cold / schedule.hot, 1.0 / Math.max(1, schedule.sweeps - 1));
    double temperature = schedule.hot;
    for (int sweep = 0; sweep < schedule.sweeps && open.length > 1; sweep++) {
      for (int j = 0; j < open.length; j++) {
        if (j % 256 == 0 && watch.isOver()) {
          return;
        }
        move(open, temperature, random);
      }
      adapt();
      temperature *= cooling;
    }
  }

  /** Returns the plans of lines that have more than one of small regret. */
  private int[] open(double widest) {
    int[] open = new int[core.columns.length];
    int count = 0;
    for (int i = 0; i < core.lines.length; i++) {
      int from = count;
      for (int c = core.first[i]; c < core.first[i + 1]; c++) {
        if (core.regrets[c] <= widest || c == selected[i] || core.shares[c] > 0) {
          open[count++] = c;
        }
      }
      count = count - from > 1 ? count : from;
    }
    return Arrays.copyOf(open, count);
  }

  private void count() {
    objective = 0;
    exceeded = 0;
    for (int plan : selected) {
      objective += core.costs[plan];
      for (int u = core.begin[plan]; u < core.begin[plan + 1]; u++) {
        used[core.accounts[u]] += core.amounts[u];
      }
    }
    for (int r = 0; r < limits.count; r++) {
      double excess = limits.excess(r, used[limits.account[r]]);
      if (limits.hard(r)) {
        exceeded += excess > 0 ? 1 : 0;
      } else {
        objective += limits.price[r] * excess;
      }
    }
  }

  private void keepBest() {
    if (exceeded == 0 && objective < bestObjective) {
      bestObjective = objective;
      System.arraycopy(selected, 0, best, 0, best.length);
    }
  }

  private void move(int[] open, double temperature, SplittableRandom random) {
    int one = open[random.nextInt(open.length)];
    int other = random.nextBoolean() ? open[random.nextInt(open.length)] : one;
    boolean first = selected[core.owners[one]] != one;
    boolean second =
        core.owners[other] != core.owners[one] && selected[core.owners[other]] != other;
    if (!first && !second) {
      return;
    }
    moves++;
    touchedCount = 0;
    double cost = first ? replace(one) : 0;
    cost += second ? replace(other) : 0;
    double rise = cost + penalties();
    boolean accepted = rise <= 0 || random.nextDouble() < Math.exp(-rise / temperature);
    if (accepted) {
      apply();
      objective += cost;
      if (first) {
        selected[core.owners[one]] = one;
      }
      if (second) {
        selected[core.owners[other]] = other;
      }
      keepBest();
    }
  }

  /** Notes what changes if a line takes a plan instead of its own; returns the change of cost. */
  private double replace(int plan) {
    int old = selected[core.owners[plan]];
    note(old, -1);
    note(plan, 1);
    return core.costs[plan] - core.costs[old];
  }

  private void note(int plan, int sign) {
    for (int u = core.begin[plan]; u < core.begin[plan + 1]; u++) {
      int account = core.accounts[u];
      if (stamps[account] != moves) {
        stamps[account] = moves;
        touched[touchedCount++] = account;
        change[account] = 0;
      }
      change[account] += sign * core.amounts[u];
    }
  }

  /** Returns the change of the penalties. */
  private double penalties() {
    double sum = 0;
    for (int j = 0; j < touchedCount; j++) {
      int account = touched[j];
      double before = used[account];
      double after = before + change[account];
      for (int k = limits.begin[account]; k < limits.begin[account + 1]; k++) {
        int r = limits.order[k];
        double amount = limits.amount[r];
        sum += penalties[r] * (Math.max(0, after - amount) - Math.max(0, before - amount));
      }
    }
    return sum;
  }

  /** Applies the change and counts what it exceeds. */
  private void apply() {
    for (int j = 0; j < touchedCount; j++) {
      int account = touched[j];
      double before = used[account];
      used[account] += change[account];
      for (int k = limits.begin[account]; k < limits.begin[account + 1]; k++) {
        int r = limits.order[k];
        double rise = limits.excess(r, used[account]) - limits.excess(r, before);
        if (!limits.hard(r)) {
          objective += limits.price[r] * rise;
        } else if (rise != 0) {
          exceeded += limits.excess(r, used[account]) > 0 ? 1 : 0;
          exceeded -= limits.excess(r, before) > 0 ? 1 : 0;
        }
      }
    }
  }

  private void adapt() {
    for (int r = 0; r < limits.count; r++) {
      if (limits.excess(r, used[limits.account[r]]) > 0) {
        penalties[r] =
            limits.hard(r) ? Math.min(MORE * penalties[r], 1e4 * least[r]) : penalties[r];
      } else {
        penalties[r] = Math.max(LESS * penalties[r], least[r]);
      }
    }
  }
}
