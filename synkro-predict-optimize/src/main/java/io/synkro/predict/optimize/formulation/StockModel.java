package io.synkro.predict.optimize.formulation;

import io.synkro.predict.optimize.linear.LinearCheck;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearModelBuilder.Row;
import io.synkro.predict.optimize.linear.LinearTolerances;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.Optional;

/**
 * The planning problem as a mixed-integer linear model, which other solvers can read from a file of
 * {@link io.synkro.predict.optimize.linear.MpsWriter}. Immutable; safe for use by many threads.
 *
 * <p>Columns, by line and period: whole packs of each option and price tier, and a binary of an
 * order where it has a cost, a minimum or several prices; the packs added to the stock without
 * orders, and the pieces of its cost; whole packs of each lane, and a binary that allows to send
 * where stock can be owed; and what is used beyond elastic limits. The objective is the total of
 * {@link io.synkro.predict.optimize.problem.PlanCosts}.
 *
 * <p>Left out is what can only cost: orders that arrive after the last period, and packs beyond
 * those that can pay or that hard limits allow by themselves. So the model has the same optimum as
 * the problem, if it has any, but not a point for every plan.
 */
public final class StockModel {
  private final StockProblem problem;
  private final LinearModel linear;
  private final LaneColumns lanes;
  private final LineColumns[] lines;
  private final int[] excess;
  private final int firstLimit;

  private StockModel(StockProblem problem) {
    this.problem = problem;
    ModelDraft draft = new ModelDraft(problem);
    this.lanes = new LaneColumns(draft);
    this.lines = new LineColumns[problem.lines().size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new LineColumns(draft, i);
      for (int t = 0; t < problem.periods(); t++) {
        Row balance = lines[i].balance(draft, t);
        lanes.addTo(balance, i, t);
        balance.equalTo(0);
      }
    }
    lanes.addSending(draft, lines);
    this.excess = draft.endLimits();
    this.linear = draft.build();
    this.firstLimit = linear.rows() - excess.length;
  }

  /**
   * Builds the model of a problem.
   *
   * @param problem the problem
   * @return its model
   */
  public static StockModel of(StockProblem problem) {
    return new StockModel(problem);
  }

  /**
   * Returns the problem.
   *
   * @return what the model is of
   */
  public StockProblem problem() {
    return problem;
  }

  /**
   * Returns the linear model.
   *
   * @return columns and rows with readable names
   */
  public LinearModel linear() {
    return linear;
  }

  /**
   * Reads the plan of a point.
   *
   * @param point a value for each column, shape {@code [columns]}; packs are rounded
   * @return the plan, which is not checked
   */
  public OrderPlan plan(double[] point) {
    OrderPlan.Builder plan = OrderPlan.builder(problem);
    lanes.read(point, plan);
    for (LineColumns line : lines) {
      line.read(point, plan);
    }
    return plan.build();
  }

  /**
   * Finds the point of a plan, such as to start an engine with.
   *
   * @param plan of the problem
   * @return a value for each column, shape {@code [columns]}; empty if the plan breaks rules or
   *     orders what the model leaves out
   */
  public Optional<double[]> point(OrderPlan plan) {
    double[] point = new double[linear.columns()];
    if (!lanes.write(plan, point)) {
      return Optional.empty();
    }
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].write(plan, lanes.net(plan, i), point)) {
        return Optional.empty();
      }
    }
    for (int r = 0; r < excess.length; r++) {
      if (excess[r] != ModelDraft.NONE) {
        int row = firstLimit + r;
        point[excess[r]] = Math.max(0, linear.matrix().dot(row, point) - linear.rowUpper(row));
      }
    }
    boolean passes = LinearCheck.of(linear, point, LinearTolerances.STANDARD).passes();
    return passes ? Optional.of(point) : Optional.empty();
  }
}
