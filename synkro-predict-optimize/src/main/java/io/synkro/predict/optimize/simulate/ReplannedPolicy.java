package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;

/**
 * Orders up to a level at every review; the level is worked out anew every so many periods, at the
 * first review that is due, from what is known by then. It remembers the level, so it serves one
 * simulation.
 */
public final class ReplannedPolicy implements ReplenishmentPolicy {
  private final int every;
  private final LevelRule rule;
  private double level;
  private long due;

  /**
   * Creates the policy.
   *
   * @param every periods from one level to the next, at least 1
   * @param rule finds the level
   */
  public ReplannedPolicy(int every, LevelRule rule) {
    this.every = Require.atLeast("every", every, 1, "");
    this.rule = rule;
  }

  @Override
  public double order(StockView view) {
    if (view.simulatedPeriods() >= due) {
      level = rule.level(view);
      Require.that(Double.isFinite(level), "level", level, "must be finite", "mend the rule");
      due = (long) view.simulatedPeriods() + every;
    }
    return level - view.position();
  }
}
