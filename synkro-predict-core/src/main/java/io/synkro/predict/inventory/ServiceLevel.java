package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;

/**
 * How often demand is to be met, and by which measure. The two measures differ: 95 % of cycles
 * without a stock-out is usually more than 95 % of units from the shelf. Source: Silver, Pyke &amp;
 * Thomas (2017), section 6.5 (P1 and P2).
 *
 * @param measure what is counted
 * @param target share to reach, above 0 and below 1
 */
public record ServiceLevel(Measure measure, double target) {
  /** What a service level counts. */
  public enum Measure {
    /** Share of replenishment cycles without a stock-out (type 1, P1). */
    CYCLE,
    /** Share of demanded units that are delivered from the shelf (type 2, P2). */
    FILL_RATE
  }

  /** {@inheritDoc} */
  public ServiceLevel {
    Require.between(
        "service level", target, 0, 1, "write 95 % as 0.95; 100 % would need endless stock");
  }

  /**
   * Creates a target for cycles without a stock-out.
   *
   * @param target share, above 0 and below 1
   * @return the service level
   */
  public static ServiceLevel cycle(double target) {
    return new ServiceLevel(Measure.CYCLE, target);
  }

  /**
   * Creates a target for units delivered from the shelf.
   *
   * @param target share, above 0 and below 1
   * @return the service level
   */
  public static ServiceLevel fillRate(double target) {
    return new ServiceLevel(Measure.FILL_RATE, target);
  }
}
