package io.synkro.predict.optimize.simulate;

/** What becomes of demand that the shelf cannot serve. */
public enum Shortage {
  /** It is lost: the customer buys elsewhere. */
  LOST_SALES,
  /** It waits and is served first when goods arrive. */
  BACKORDERS
}
