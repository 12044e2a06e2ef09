package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;

/**
 * What it costs if stock and demand differ at the end of a period.
 *
 * @param holding cost of a unit that is left, zero or more
 * @param stockout cost of a unit that is short, zero or more
 */
public record MismatchCosts(double holding, double stockout) {
  /** {@inheritDoc} */
  public MismatchCosts {
    Require.nonNegative("holding cost", holding, "");
    Require.nonNegative("stockout cost", stockout, "");
  }

  /**
   * Returns the probability with which a stock should last, p / (p + h).
   *
   * @return the critical ratio, above 0 and below 1
   * @throws io.synkro.predict.InvalidInputException if either cost is zero, since no finite stock
   *     is best then
   */
  public double criticalRatio() {
    Require.positive("holding cost", holding, "without it endless stock is best");
    Require.positive("stockout cost", stockout, "without it no stock is best");
    return stockout / (stockout + holding);
  }

  /**
   * Returns the share of time a best stock is short, h / (h + p): what is left of {@link
   * #criticalRatio}, with its digits when it is small.
   *
   * @return from 0 to 1; NaN if both costs are zero
   */
  public double shortageRatio() {
    return holding / (holding + stockout);
  }
}
