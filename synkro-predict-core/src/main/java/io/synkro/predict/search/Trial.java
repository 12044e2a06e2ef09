package io.synkro.predict.search;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A trial that is running. It lives as long as the call of its {@link Objective}; not safe for use
 * by many threads.
 */
public final class Trial {
  private final int number;
  private final ParameterValues parameters;
  private final Predicate<List<TrialReport>> hopeless;
  private final BooleanSupplier timeIsUp;
  private final List<TrialReport> reports = new ArrayList<>();
  private boolean outOfTime;

  Trial(
      int number,
      ParameterValues parameters,
      Predicate<List<TrialReport>> hopeless,
      BooleanSupplier timeIsUp) {
    this.number = number;
    this.parameters = parameters;
    this.hopeless = hopeless;
    this.timeIsUp = timeIsUp;
  }

  /**
   * Returns the position in the study.
   *
   * @return from 0
   */
  public int number() {
    return number;
  }

  /**
   * Returns what to try.
   *
   * @return a value for each parameter of the space
   */
  public ParameterValues parameters() {
    return parameters;
  }

  /**
   * Tells what the objective is worth so far.
   *
   * @param step such as a number of boosting rounds or of folds; above the step before, at least 0
   * @param value finite, in the unit of the objective, comparable between trials at equal steps
   * @throws io.synkro.predict.InvalidInputException if the step does not rise or the value is not
   *     finite; an objective that lets it pass fails its trial
   */
  public void report(int step, double value) {
    int last = reports.isEmpty() ? -1 : reports.get(reports.size() - 1).step();
    Require.that(step > last, "step", step, "must be above the step before, " + last, "");
    reports.add(new TrialReport(step, value));
  }

  /**
   * Returns whether going on is a waste of time: by the rule of the study, or because its time is
   * up. Then throw a {@link TrialPrunedException}; a value that is returned all the same counts as
   * any other. A trial given up for time is forgotten, so that a study resumed with more time runs
   * it in full.
   *
   * @return false without a report and with time left
   */
  public boolean shouldPrune() {
    if (!reports.isEmpty() && hopeless.test(reports)) {
      return true;
    }
    outOfTime |= timeIsUp.getAsBoolean();
    return outOfTime;
  }

  List<TrialReport> reports() {
    return reports;
  }

  /** Returns whether it was told to stop for nothing but time. */
  boolean outOfTime() {
    return outOfTime;
  }
}
