package io.synkro.predict.optimize.production;

import io.synkro.predict.optimize.engine.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bound of a part of the search: capacity gets prices, every item is planned alone at them, and
 * the prices are raised to where the bound is best by mixing the plans found (column generation).
 * Any prices give a valid bound, so nothing depends on how exactly the mixture is solved. Source:
 * Manne (1958), "Programming of economic lot sizes", Management Science 4; Degraeve &amp; Jans
 * (2007), "A new Dantzig-Wolfe reformulation and branch-and-price algorithm for the capacitated lot
 * sizing problem with setup times", Operations Research 55, <a
 * href="https://doi.org/10.1287/opre.1070.0404">doi:10.1287/opre.1070.0404</a>.
 */
final class Pricing {
  private static final double EXACT = 1e-7;

  /** Share of what capacity costs that rounding errors stay below. */
  private static final double ROUNDING = 1e-12;

  private final LotData data;
  private final Deadline deadline;
  private final ItemProgram program;
  private final double mostCost;

  Pricing(LotData data, Deadline deadline) {
    this.data = data;
    this.deadline = deadline;
    this.program = new ItemProgram(data);
    this.mostCost = data.mostCost();
  }

  /** What is known of a part. */
  static final class Bound {
    final double value;
    final double[] prices;

    /** How far each set-up is in the mixture; null if there is no point in branching. */
    final double @Nullable [] shares;

    /** Plans that are good at the prices. */
    final List<Column> columns;

    Bound(double value, double[] prices, @Nullable Master master) {
      this.value = value;
      this.prices = prices;
      this.shares = master == null ? null : master.shares();
      this.columns = master == null ? List.of() : master.best();
    }
  }

  /** Nothing is known yet. */
  Bound nothing() {
    return new Bound(Double.NEGATIVE_INFINITY, new double[data.periods], null);
  }

  /**
   * Bounds a part, from what is known of a larger one; ends early once the bound reaches the
   * cutoff.
   */
  Bound bound(Fixings fixings, Bound start, double cutoff, int rounds) {
    Round best = new Round(fixings, start.prices);
    if (best.value >= cutoff) {
      return new Bound(best.value, start.prices, null);
    }
    double overtime = 1;
    for (double price : start.prices) {
      overtime = Math.max(overtime, 4 * price);
    }
    Master master = master(fixings, best, start.columns, overtime);
    double pull = 0.5;
    for (int round = 0; round < rounds && !deadline.isOver(); round++) {
      master.solve(20 * (data.periods + data.items), deadline);
      double value = master.value();
      if (value - best.value <= EXACT * (1 + Math.abs(value))) {
        if (master.keepsCapacity() || overtime > 1e6 * (1 + mostCost)) {
          break;
        }
        overtime *= 10;
        master = master(fixings, best, master.best(), overtime);
        continue;
      }
      double[] prices = master.prices();
      double[] tried = between(prices, best.prices, pull);
      Round trial = new Round(fixings, tried);
      boolean added = trial.addTo(master);
      if (trial.value > best.value) {
        best = trial;
      } else {
        pull *= 0.8;
      }
      if (!added && pull > 0) {
        Round exact = new Round(fixings, prices);
        exact.addTo(master);
        best = exact.value > best.value ? exact : best;
      }
      if (best.value >= cutoff) {
        return new Bound(best.value, best.prices, null);
      }
    }
    return new Bound(best.value, best.prices, master);
  }

  private static double[] between(double[] a, double[] b, double share) {
    double[] mixed = new double[a.length];
    for (int t = 0; t < mixed.length; t++) {
      mixed[t] = (1 - share) * a[t] + share * b[t];
    }
    return mixed;
  }

  private Master master(Fixings fixings, Round round, List<Column> known, double overtime) {
    Master master = new Master(data, overtime, round.columns);
    for (Column column : known) {
      Column fit = column.within(data, fixings);
      if (fit != null && !fit.lots.equals(round.columns.get(fit.item).lots)) {
        master.add(fit);
      }
    }
    return master;
  }

  /** Decides what cannot be otherwise in a plan below the cutoff, at these prices. */
  void fix(Fixings fixings, double[] prices, double cutoff) {
    double[] with = new double[data.periods];
    double[] without = new double[data.periods];
    double value = new Round(fixings, prices).value;
    for (int i = 0; i < data.items; i++) {
      program.solve(i, prices, fixings);
      program.regrets(with, without);
      for (int t = 0; t < data.periods; t++) {
        if (fixings.isFree(i, t)) {
          if (value + with[t] >= cutoff) {
            fixings.forbid(i, t);
          } else if (value + without[t] >= cutoff) {
            fixings.force(i, t);
          }
        }
      }
    }
  }

  /** The plans of all items at some prices. */
  private final class Round {
    private final double[] prices;
    private final List<Column> columns = new ArrayList<>();
    private final double value;

    Round(Fixings fixings, double[] prices) {
      this.prices = prices;
      double paid = 0;
      for (int t = 0; t < data.periods; t++) {
        paid += prices[t] * data.capacity[t];
      }
      double sum = 0;
      for (int i = 0; i < data.items; i++) {
        double cost = program.solve(i, prices, fixings);
        sum += cost;
        if (cost < Double.POSITIVE_INFINITY) {
          columns.add(program.column(fixings));
        }
      }
      value = sum - paid * (1 + ROUNDING);
    }

    /** Adds the plans that would gain in a mixture; returns whether there are any. */
    boolean addTo(Master master) {
      boolean added = false;
      for (Column column : columns) {
        added |= master.offer(column);
      }
      return added;
    }
  }
}
