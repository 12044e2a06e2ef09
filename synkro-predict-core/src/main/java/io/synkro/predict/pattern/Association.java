package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.ProductId;

/**
 * Two products that are bought together more often than chance explains.
 *
 * @param left the one that comes first by its id
 * @param right the other
 * @param bothOrders orders that hold both
 * @param leftOrders orders that hold {@code left}
 * @param rightOrders orders that hold {@code right}
 * @param orders all orders
 * @param pValue probability of at least so many common orders if the two were independent: Fisher's
 *     exact test, to one side
 * @param adjustedPValue the same, corrected by Holm for all pairs of products that are frequent
 *     enough
 */
public record Association(
    ProductId left,
    ProductId right,
    int bothOrders,
    int leftOrders,
    int rightOrders,
    int orders,
    double pValue,
    double adjustedPValue) {
  /** {@inheritDoc} */
  public Association {
    Require.atLeast("bothOrders", bothOrders, 1, "");
    Require.atLeast("leftOrders", leftOrders, bothOrders, "");
    Require.atLeast("rightOrders", rightOrders, bothOrders, "");
    Require.atLeast("orders", orders, Math.max(leftOrders, rightOrders), "");
  }

  /**
   * Returns the share of orders that hold both products.
   *
   * @return above 0, at most 1
   */
  public double support() {
    return (double) bothOrders / orders;
  }

  /**
   * Returns the share of orders with {@code left} that hold {@code right} too.
   *
   * @return above 0, at most 1
   */
  public double confidence() {
    return (double) bothOrders / leftOrders;
  }

  /**
   * Returns the share of orders with {@code right} that hold {@code left} too.
   *
   * @return above 0, at most 1
   */
  public double reverseConfidence() {
    return (double) bothOrders / rightOrders;
  }

  /**
   * Returns how many times as often both are bought together as independent products would be.
   * Source: Brin, Motwani, Ullman &amp; Tsur (1997), where it is called interest, <a
   * href="https://doi.org/10.1145/253260.253325">doi:10.1145/253260.253325</a>.
   *
   * @return above 1 if they attract each other
   */
  public double lift() {
    return (double) bothOrders * orders / ((double) leftOrders * rightOrders);
  }
}
