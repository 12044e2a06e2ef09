package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;

/**
 * Orders up to a level that is worked out anew every so many periods, from the demand that is known
 * by then. It remembers the level, so it serves one simulation.
 */
public final class ReplannedPolicy implements ReplenishmentPolicy {
  private final Replanning replanning;
  private final LevelRule rule;
  private double level;
  private int due;

  /**
   * Creates the policy.
   *
   * @param replanning when, and from how much history
   * @param rule finds the level
   */
  public ReplannedPolicy(Replanning replanning, LevelRule rule) {
    this.replanning = replanning;
    this.rule = rule;
  }

  @Override
  public double order(StockView view) {
    if (view.simulatedPeriods() >= due) {
      level = rule.level(view.lastDemand(replanning.history()));
      Require.that(Double.isFinite(level), "level", level, "must be finite", "mend the rule");
      due = view.simulatedPeriods() + replanning.every();
    }
    return level - view.position();
  }
}
