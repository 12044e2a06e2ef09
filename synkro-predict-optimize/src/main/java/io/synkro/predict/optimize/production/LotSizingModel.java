package io.synkro.predict.optimize.production;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.engine.Deadline;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.linear.LinearColumn;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearModelBuilder;
import io.synkro.predict.optimize.linear.LinearModelBuilder.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lot sizing as a mixed-integer linear model, for any engine and for export, and the way back from
 * its solutions. Immutable; safe for use by many threads.
 */
public final class LotSizingModel {
  private final CapacitatedLotSizing problem;
  private final LinearModel model;
  private final List<Setup> setups;

  /** Which set-up a column is. */
  private record Setup(int item, int period) {
    static final Setup NONE = new Setup(-1, -1);
  }

  private LotSizingModel(CapacitatedLotSizing problem, LinearModel model, List<Setup> setups) {
    this.problem = problem;
    this.model = model;
    this.setups = List.copyOf(setups);
  }

  /**
   * Writes the definition as it stands: columns {@code y} for set-ups, {@code x} for units made and
   * {@code i} for stock. Small, but its linear relaxation is weak.
   *
   * @param problem what is planned
   * @return the model
   */
  public static LotSizingModel aggregate(CapacitatedLotSizing problem) {
    Draft draft = new Draft(problem, "lot_sizing");
    for (int i = 0; i < problem.items().size(); i++) {
      draft.aggregate(i);
    }
    return draft.build();
  }

  /**
   * Writes the facility location formulation, whose columns {@code z} tell what is made in a period
   * for a later one. Larger by a factor of about half the periods, with the tightest relaxation
   * that is known for each item alone. Source: Krarup &amp; Bilde (1977), "Plant location, set
   * covering and economic lot size", in Numerische Methoden bei Optimierungsaufgaben 3.
   *
   * @param problem what is planned
   * @return the model
   */
  public static LotSizingModel facilityLocation(CapacitatedLotSizing problem) {
    Draft draft = new Draft(problem, "lot_sizing_strong");
    for (int i = 0; i < problem.items().size(); i++) {
      draft.facilityLocation(i);
    }
    return draft.build();
  }

  /**
   * Returns the model.
   *
   * @return a model whose objective is the cost of a plan
   */
  public LinearModel model() {
    return model;
  }

  /**
   * Returns the plan of a solution: its set-ups with the cheapest quantities, so that rounding
   * errors of an engine do no harm.
   *
   * @param values a value for each column, shape {@code [columns]}
   * @return the plan; empty if no quantities meet all demand with these set-ups
   */
  public Optional<LotSizingPlan> plan(double[] values) {
    Require.that(
        values.length == setups.size(),
        "number of values",
        values.length,
        "must be " + setups.size(),
        "");
    LotFlow flow =
        new LotFlow(
            new LotData(problem),
            Deadline.start(SolveOptions.builder().build(), SolveMonitor.none()));
    for (int j = 0; j < values.length; j++) {
      Setup setup = setups.get(j);
      boolean set = setup.item >= 0 && values[j] > 0.5;
      if (set && flow.hasRoom(setup.item, setup.period + 1)) {
        flow.add(setup.item, setup.period + 1);
      }
    }
    flow.fill();
    flow.optimize();
    return flow.isFeasible() ? Optional.of(flow.plan(problem)) : Optional.empty();
  }

  /** A model in the making; the rows of the capacity grow with the items. */
  private static final class Draft {
    private final CapacitatedLotSizing problem;
    private final LinearModelBuilder builder;
    private final List<Setup> setups = new ArrayList<>();
    private final List<List<Term>> capacity = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    private record Term(int column, double coefficient) {}

    /** A row of terms; rows follow when all columns are there. */
    private record Limit(String name, List<Term> terms, double least, double most) {}

    Draft(CapacitatedLotSizing problem, String name) {
      this.problem = problem;
      this.builder = LinearModel.builder(name);
      for (int t = 0; t < problem.periods(); t++) {
        capacity.add(new ArrayList<>());
      }
    }

    private int column(LinearColumn column, Setup setup) {
      setups.add(setup);
      return builder.column(column);
    }

    /** Most units that a set-up lets be made. */
    private double most(ProductionItem item, int period) {
      double left = problem.capacity(period) - item.setupTime();
      return Math.max(0, left) / item.unitCapacity();
    }

    private int setup(int i, int period) {
      ProductionItem item = problem.items().get(i);
      boolean fits = problem.capacity(period) >= item.setupTime();
      String name = "y_%s_%d".formatted(item.name(), period);
      int y =
          column(
              LinearColumn.integer(name, 0, fits ? 1 : 0, item.setupCost()), new Setup(i, period));
      capacity.get(period).add(new Term(y, item.setupTime()));
      return y;
    }

    private int made(LinearColumn column, int i, int period) {
      int x = column(column, Setup.NONE);
      double unit = problem.items().get(i).unitCapacity();
      capacity.get(period).add(new Term(x, unit));
      return x;
    }

    private static LinearColumn amount(String name, double cost) {
      return LinearColumn.continuous(name, 0, Double.POSITIVE_INFINITY, cost);
    }

    void aggregate(int i) {
      ProductionItem item = problem.items().get(i);
      double left = 0;
      for (int t = 0; t < item.periods(); t++) {
        left += item.demand(t);
      }
      int before = -1;
      for (int t = 0; t < item.periods(); t++) {
        String place = "_%s_%d".formatted(item.name(), t);
        int y = setup(i, t);
        int x = made(amount("x" + place, 0), i, t);
        int stock = column(amount("i" + place, item.holdingCost()), Setup.NONE);
        List<Term> balance = new ArrayList<>(List.of(new Term(x, 1), new Term(stock, -1)));
        if (before >= 0) {
          balance.add(new Term(before, 1));
        }
        double demand = item.demand(t);
        limits.add(new Limit("balance" + place, balance, demand, demand));
        most("lot" + place, new Term(x, 1), new Term(y, Math.min(left, most(item, t))));
        left = Math.max(0, left - demand);
        before = stock;
      }
    }

    void facilityLocation(int i) {
      ProductionItem item = problem.items().get(i);
      int[] starts = new int[item.periods()];
      for (int t = 0; t < starts.length; t++) {
        starts[t] = setup(i, t);
        double demand = item.demand(t);
        List<Term> met = new ArrayList<>();
        for (int s = 0; s <= t && demand > 0; s++) {
          String place = "_%s_%d_%d".formatted(item.name(), s, t);
          double held = item.holdingCost() * (t - s);
          int z = made(amount("z" + place, held), i, s);
          met.add(new Term(z, 1));
          most("lot" + place, new Term(z, 1), new Term(starts[s], Math.min(demand, most(item, s))));
        }
        if (demand > 0) {
          limits.add(new Limit("demand_%s_%d".formatted(item.name(), t), met, demand, demand));
        }
      }
    }

    /** What is made is at most so much for each set-up. */
    private void most(String name, Term made, Term setup) {
      List<Term> terms = List.of(made, new Term(setup.column, -setup.coefficient));
      limits.add(new Limit(name, terms, Double.NEGATIVE_INFINITY, 0));
    }

    LotSizingModel build() {
      for (int t = 0; t < problem.periods(); t++) {
        double most = problem.capacity(t);
        limits.add(new Limit("capacity_" + t, capacity.get(t), Double.NEGATIVE_INFINITY, most));
      }
      for (Limit limit : limits) {
        Row row = builder.row(limit.name);
        limit.terms.forEach(term -> row.term(term.column, term.coefficient));
        row.between(limit.least, limit.most);
      }
      return new LotSizingModel(problem, builder.build(), setups);
    }
  }
}
