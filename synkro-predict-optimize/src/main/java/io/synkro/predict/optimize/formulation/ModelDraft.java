package io.synkro.predict.optimize.formulation;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.linear.LinearColumn;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearModelBuilder;
import io.synkro.predict.optimize.problem.LimitRows;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockProblem;

/** A model in the making: its columns, its rows, and one row for each shared limit. */
final class ModelDraft {
  /** The column that is not there. */
  static final int NONE = -1;

  final StockProblem problem;
  final PackBounds bounds;
  final LimitRows limits;
  final LinearModelBuilder builder = LinearModel.builder("stock");
  private final LinearModelBuilder.Row[] rows;
  private final double[] constants;
  private double offset;

  ModelDraft(StockProblem problem) {
    this.problem = problem;
    this.bounds = new PackBounds(problem);
    this.limits = LimitRows.of(problem);
    this.rows = new LinearModelBuilder.Row[problem.limits().size()];
    this.constants = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = builder.row(limitName(r));
    }
  }

  private String limitName(int position) {
    SharedLimit limit = problem.limits().get(position);
    if (limit instanceof SharedLimit.Room room) {
      return name("room", position, room.warehouse() + "_" + room.space(), limit.period());
    }
    return limit instanceof SharedLimit.Capacity capacity
        ? name("capacity", position, capacity.supplier(), limit.period())
        : name("budget", position, "money", limit.period());
  }

  /** Makes a name that no other position, subject and period shares; no white space is left. */
  static String name(String kind, int position, Object subject, int period) {
    String readable = Require.abbreviated(subject.toString(), 100).replaceAll("\\s", "_");
    return kind + "_" + position + "_" + readable + "_t" + period;
  }

  /** Adds a column of whole packs. */
  int packs(String name, double most, double cost) {
    return builder.column(LinearColumn.integer(name, 0, most, cost));
  }

  /** Adds a term to the row of a limit. */
  void use(int limit, int column, double amount) {
    if (amount != 0) {
      rows[limit].term(column, amount);
    }
  }

  /** Adds what is used of a limit in any case. */
  void use(int limit, double amount) {
    constants[limit] += amount;
  }

  /** Adds to the constant part of the objective. */
  void pay(double money) {
    offset += money;
  }

  /** Ends the rows of the limits; returns the columns of what is beyond the elastic ones. */
  int[] endLimits() {
    int[] excess = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      SharedLimit limit = problem.limits().get(r);
      excess[r] = NONE;
      if (limit.price() < SharedLimit.HARD) {
        String name = "beyond_" + limitName(r);
        excess[r] =
            builder.column(
                LinearColumn.continuous(name, 0, Double.POSITIVE_INFINITY, limit.price()));
        rows[r].term(excess[r], -1);
      }
      rows[r].atMost(limit.amount() - constants[r]);
    }
    return excess;
  }

  LinearModel build() {
    return builder.offset(offset).build();
  }
}
