package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** What can give way, by an amount, so that a plan becomes possible. */
public sealed interface Change {
  /**
   * Makes the change.
   *
   * @param problem the problem
   * @param amount how much, zero or more, in the unit of the change
   * @return the problem with more room for a plan
   */
  StockProblem apply(StockProblem problem, double amount);

  /**
   * Says in words what changes, with periods by their numbers.
   *
   * @param amount how much
   * @return such as "budget for period 3 +3.2 %"
   */
  default String text(double amount) {
    return text(amount, LimitText::number);
  }

  /**
   * Says in words what changes.
   *
   * @param amount how much
   * @param period how a period, from 0, is called, such as "2026-12-01" or "week 49"
   * @return such as "budget from 2026-12-01 to 2026-12-28 +3.2 %"
   */
  String text(double amount, IntFunction<String> period);

  /**
   * More of some limits of one subject: all of them by the same share or amount.
   *
   * @param limits hard limits of the problem, at least one; looser ones of the same subject and
   *     period are raised to as much
   * @param relative whether the amount is a share, 0.05 for 5 %; otherwise money, room or units
   */
  record MoreOf(List<SharedLimit> limits, boolean relative) implements Change {
    /** {@inheritDoc} */
    public MoreOf {
      limits = List.copyOf(limits);
    }

    @Override
    public StockProblem apply(StockProblem problem, double amount) {
      Map<SharedLimit, Double> amounts = new HashMap<>();
      for (SharedLimit limit : limits) {
        double more = relative ? limit.amount() * amount : amount;
        amounts.put(limit.with(0, SharedLimit.HARD), limit.amount() + more);
      }
      Set<SharedLimit> changed = new LinkedHashSet<>(); // two may become equal
      for (SharedLimit limit : problem.limits()) {
        double least = amounts.getOrDefault(limit.with(0, limit.price()), 0.0);
        changed.add(limit.with(Math.max(limit.amount(), least), limit.price()));
      }
      return problem.withLimits(List.copyOf(changed));
    }

    @Override
    public String text(double amount, IntFunction<String> period) {
      SharedLimit first = limits.get(0);
      String more =
          relative
              ? LimitText.roundedUp(100 * amount) + " %"
              : LimitText.roundedUp(amount) + LimitText.unit(first);
      return "%s +%s".formatted(LimitText.name(limits, period), more);
    }
  }

  /**
   * More of limits of several subjects, in a fixed proportion.
   *
   * @param parts changes of one subject each
   * @param amounts of these changes, when the amount of the whole is 1
   */
  record Several(List<MoreOf> parts, List<Double> amounts) implements Change {
    /** {@inheritDoc} */
    public Several {
      parts = List.copyOf(parts);
      amounts = List.copyOf(amounts);
    }

    @Override
    public StockProblem apply(StockProblem problem, double amount) {
      StockProblem changed = problem;
      for (int i = 0; i < parts.size(); i++) {
        changed = parts.get(i).apply(changed, amount * amounts.get(i));
      }
      return changed;
    }

    @Override
    public String text(double amount, IntFunction<String> period) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        texts.add(parts.get(i).text(amount * amounts.get(i), period));
      }
      return String.join(" and ", texts);
    }
  }

  /**
   * Lower minimum stocks of some lines. What has to be ordered for them falls by a share: a minimum
   * of 100 where 60 are there without orders is lowered to 90 by a share of a quarter.
   *
   * @param lines whose minimum stocks are lowered
   */
  record LowerMinimums(List<SeriesId> lines) implements Change {
    /** {@inheritDoc} */
    public LowerMinimums {
      lines = List.copyOf(lines);
    }

    @Override
    public StockProblem apply(StockProblem problem, double amount) {
      Set<SeriesId> lowered = Set.copyOf(lines);
      StockProblem.Builder builder = StockProblem.builder(problem.periods());
      for (StockLine line : problem.lines()) {
        builder.add(lowered.contains(line.id()) ? lowered(line, amount) : line);
      }
      problem.lanes().forEach(builder::lane);
      problem.limits().forEach(builder::limit);
      return builder.build();
    }

    @Override
    public String text(double amount, IntFunction<String> period) {
      return "minimum stock%s of %s −%s %% of what %s"
          .formatted(
              lines.size() == 1 ? "" : "s",
              LimitText.lines(lines),
              LimitText.roundedUp(100 * amount),
              lines.size() == 1 ? "it needs" : "they need");
    }

    private static StockLine lowered(StockLine line, double share) {
      double[] needed = new double[line.periods()];
      for (int t = 0; t < needed.length; t++) {
        needed[t] = (1 - share) * Math.max(0, line.minimumStock(t) - line.stockWithoutOrders(t));
      }
      return LineNeed.lowered(line, needed);
    }
  }
}
