package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.function.IntFunction;

/**
 * A change that makes a plan possible.
 *
 * @param change what gives way
 * @param least no smaller amount will do: proven
 * @param amount that will do: there is a plan
 * @param plan one that keeps all limits and minimum stocks of the changed problem, as {@link
 *     io.synkro.predict.optimize.problem.PlanCheck} has verified; its costs were not looked at
 */
public record Relaxation(Change change, double least, double amount, OrderPlan plan) {
  /** A difference between amounts that counts as none, as a share. */
  private static final double SAME = 1e-3;

  /**
   * Returns whether the amount is proven to be the least.
   *
   * @return true if the least and the amount are the same but for rounding, a thousandth
   */
  public boolean isLeast() {
    return amount - least <= SAME * Math.abs(amount);
  }

  Relaxation withLeast(double larger) {
    return new Relaxation(change, larger, amount, plan);
  }

  /**
   * Makes the change.
   *
   * @param problem the problem that was analysed
   * @return one that has a plan
   */
  public StockProblem apply(StockProblem problem) {
    return change.apply(problem, amount);
  }

  /**
   * Says it in words, with periods by their numbers.
   *
   * @return such as "budget for period 7 +3.2 % (proven: at least 98 % of that is needed)"
   */
  public String text() {
    return text(LimitText::number);
  }

  /**
   * Says it in words.
   *
   * @param period how a period, from 0, is called, such as "2026-12-01" or "week 49"
   * @return such as "budget from 2026-12-01 to 2026-12-28 +3.2 % (proven: no less will do)"
   */
  public String text(IntFunction<String> period) {
    String proven =
        isLeast()
            ? "proven: no less will do"
            : least > 0
                ? "proven: at least %s %% of that is needed"
                    .formatted(LimitText.roundedDown(100 * least / amount))
                : "not proven to be needed";
    return "%s (%s)".formatted(change.text(amount, period), proven);
  }
}
