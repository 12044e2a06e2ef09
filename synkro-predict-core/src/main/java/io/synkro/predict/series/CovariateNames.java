package io.synkro.predict.series;

/**
 * Names of the covariates that this library gives a meaning to; any other name is just a number.
 */
public final class CovariateNames {
  /** Selling price of one unit, in money; NaN where unknown. */
  public static final String PRICE = "price";

  /** Strength of a promotion: 0 = none, 1 = on promotion. */
  public static final String PROMOTION = "promotion";

  /**
   * Whether the product could be bought: 1 = all of the step, 0 = none of it, a share in between.
   * Sales of a step below 1 are a lower bound of demand, not demand.
   */
  public static final String IN_STOCK = "in_stock";

  /**
   * Whether something happened that will not come again, such as a strike or a tender: above 0 =
   * yes. Demand of such a step teaches nothing.
   */
  public static final String ONE_OFF = "one_off";

  private CovariateNames() {}
}
