package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What an analysis found. Immutable; safe for use by many threads. */
public final class InfeasibilityReport {
  private final StockProblem problem;
  private final List<UnreachableStock> unreachable;
  private final List<OverfullRoom> overfull;
  private final List<Conflict> conflicts;
  private final List<Relaxation> relaxations;
  private final @Nullable OrderPlan plan;
  private final double seconds;
  private final boolean complete;

  private InfeasibilityReport(Builder builder) {
    this.problem = builder.problem;
    this.unreachable = List.copyOf(builder.unreachable);
    this.overfull = List.copyOf(builder.overfull);
    this.conflicts = List.copyOf(builder.conflicts);
    this.relaxations = List.copyOf(builder.relaxations);
    this.plan = builder.plan;
    this.seconds = builder.seconds;
    this.complete = builder.complete;
  }

  static Builder builder(StockProblem problem) {
    return new Builder(problem);
  }

  /**
   * Returns whether there is a plan.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    if (!unreachable.isEmpty() || !overfull.isEmpty() || !conflicts.isEmpty()) {
      return Verdict.CONTRADICTION;
    }
    return plan == null ? Verdict.UNDECIDED : Verdict.PLAN_EXISTS;
  }

  /**
   * Returns the minimum stocks that no order can bring about, whatever the limits.
   *
   * @return one for each such line; may be none
   */
  public List<UnreachableStock> unreachable() {
    return unreachable;
  }

  /**
   * Returns the problem that all else is about: that which was analysed, but minimum stocks that
   * are out of reach are lowered to what can be reached.
   *
   * @return the problem
   */
  public StockProblem problem() {
    return problem;
  }

  /**
   * Returns the rooms that stock on hand and open orders exceed before anything is ordered.
   *
   * @return one for each such room; may be none
   */
  public List<OverfullRoom> overfull() {
    return overfull;
  }

  /**
   * Returns limits and minimum stocks that contradict each other, leaving aside the limits that are
   * {@link #overfull()}.
   *
   * @return conflicts that have no limit in common, at most ten; none if no contradiction is proven
   */
  public List<Conflict> conflicts() {
    return conflicts;
  }

  /**
   * Returns what would make a plan of {@link #problem()} possible, each of them on its own: limits,
   * the smallest share of them first, then minimum stocks.
   *
   * @return changes; none if there is a plan, or if none was found in time
   */
  public List<Relaxation> relaxations() {
    return relaxations;
  }

  /**
   * Returns a plan of {@link #problem()} that keeps all hard limits and minimum stocks; its costs
   * were not looked at.
   *
   * @return empty if none was found
   */
  public Optional<OrderPlan> plan() {
    return Optional.ofNullable(plan);
  }

  /**
   * Returns how long the analysis took.
   *
   * @return seconds
   */
  public double seconds() {
    return seconds;
  }

  /**
   * Returns whether the analysis came to its end.
   *
   * @return false if the time limit or the monitor cut it short
   */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Says what contradicts what.
   *
   * @param period how a period, from 0, is called, such as "2026-12-01" or "week 49"
   * @return sentences; none if no contradiction is proven
   */
  public List<String> contradictions(IntFunction<String> period) {
    List<String> sentences = new ArrayList<>();
    unreachable.forEach(stock -> sentences.add(stock.text(period) + "."));
    overfull.forEach(room -> sentences.add(room.text(period) + "."));
    conflicts.forEach(conflict -> sentences.add(conflict.text(period) + "."));
    return List.copyOf(sentences);
  }

  /**
   * Says all of it in words, with periods by their numbers.
   *
   * @return sentences, one a line
   */
  public String text() {
    return text(LimitText::number);
  }

  /**
   * Says all of it in words.
   *
   * @param period how a period, from 0, is called, such as "2026-12-01" or "week 49"
   * @return sentences, one a line
   */
  public String text(IntFunction<String> period) {
    List<String> lines = new ArrayList<>(contradictions(period));
    if (plan != null) {
      lines.add(
          unreachable.isEmpty()
              ? "There is a plan that keeps all limits."
              : "Without what is out of reach there is a plan that keeps all limits.");
    } else if (conflicts.isEmpty() && overfull.isEmpty()) {
      lines.add("No plan was found, nor a proof that there is none.");
    }
    if (!relaxations.isEmpty()) {
      lines.add("A plan becomes possible by any one of:");
      relaxations.forEach(relaxation -> lines.add("  " + relaxation.text(period)));
    }
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  static final class Builder {
    private final StockProblem problem;
    private List<UnreachableStock> unreachable = List.of();
    private List<OverfullRoom> overfull = List.of();
    private List<Conflict> conflicts = List.of();
    private List<Relaxation> relaxations = List.of();
    private @Nullable OrderPlan plan;
    private double seconds;
    private boolean complete;

    private Builder(StockProblem problem) {
      this.problem = problem;
    }

    Builder unreachable(List<UnreachableStock> stocks) {
      this.unreachable = stocks;
      return this;
    }

    Builder overfull(List<OverfullRoom> found) {
      this.overfull = found;
      return this;
    }

    Builder conflicts(List<Conflict> found) {
      this.conflicts = found;
      return this;
    }

    Builder relaxations(List<Relaxation> found) {
      this.relaxations = found;
      return this;
    }

    Builder plan(@Nullable OrderPlan found) {
      this.plan = found;
      return this;
    }

    Builder effort(double time, boolean toItsEnd) {
      this.seconds = time;
      this.complete = toItsEnd;
      return this;
    }

    InfeasibilityReport build() {
      return new InfeasibilityReport(this);
    }
  }
}
