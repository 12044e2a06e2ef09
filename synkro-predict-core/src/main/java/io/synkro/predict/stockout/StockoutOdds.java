package io.synkro.predict.stockout;

/**
 * Probabilities that demand meets an empty shelf, each counted within the horizon only.
 *
 * @param withinHorizon at any time within the horizon if nothing more is ordered; a lower bound if
 *     receipts come within it
 * @param beforeNextReceipt before the next receipt; see {@link NextReceipt}
 * @param beforeNewOrder before an order placed now would arrive after its mean lead time
 */
public record StockoutOdds(double withinHorizon, double beforeNextReceipt, double beforeNewOrder) {

  /**
   * Returns the probability of running out before the next receipt, or before an order placed now
   * would arrive, whichever is larger. It decides the severity: what happens later an ordinary
   * order can still prevent.
   *
   * @return probability, from 0 to 1
   */
  public double beforeReplenishment() {
    return Math.max(beforeNextReceipt, beforeNewOrder);
  }
}
