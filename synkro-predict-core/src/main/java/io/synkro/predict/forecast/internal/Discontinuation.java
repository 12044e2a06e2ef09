package io.synkro.predict.forecast.internal;

/**
 * Tells a product that is not sold any more from one that sells seldom. The steps without demand
 * since the last sale, missing ones left out, are too many if
 *
 * <ul>
 *   <li>their probability z^n is below 1e-4, where n is their number and z the share of steps
 *       without demand before the last sale: (zeros + 1) / (steps + 2) by Laplace's rule of
 *       succession, the larger of that of all steps since the first sale and that of the last eight
 *       sales, since demand may have become rarer,
 *   <li>they are more than twice as many as the longest such gap before, which spares what is sold
 *       in a season only, and
 *   <li>there were eight sales or more.
 * </ul>
 *
 * Stateless.
 */
public final class Discontinuation {
  private static final double LEAST_PROBABILITY = 1e-4;
  private static final int LEAST_SALES = 8;
  private static final double TIMES_LONGEST = 2;

  private Discontinuation() {}

  /**
   * Counts the steps without demand at the end.
   *
   * @param demand clean demand, NaN where missing
   * @return their number; 0 if the product may well sell again
   */
  public static int gap(double[] demand) {
    int last = demand.length - 1;
    int gap = 0;
    while (last >= 0 && !(demand[last] > 0)) {
      gap += demand[last] == 0 ? 1 : 0;
      last--;
    }
    if (gap == 0 || last < 0) {
      return 0;
    }
    int steps = 0;
    int sales = 0;
    int run = 0;
    int longest = 0;
    double share = 0;
    for (int t = last; t >= 0; t--) {
      if (Double.isNaN(demand[t])) {
        continue;
      }
      steps++;
      sales += demand[t] > 0 ? 1 : 0;
      run = demand[t] > 0 ? 0 : run + 1;
      longest = Math.max(longest, run);
      if (sales == LEAST_SALES && demand[t] > 0) {
        share = shareOfZeros(steps, sales);
      }
    }
    share = Math.max(share, shareOfZeros(steps, sales));
    boolean gone =
        sales >= LEAST_SALES
            && gap > TIMES_LONGEST * longest
            && gap * StrictMath.log(share) < StrictMath.log(LEAST_PROBABILITY);
    return gone ? gap : 0;
  }

  private static double shareOfZeros(int steps, int sales) {
    return (steps - sales + 1.0) / (steps + 2.0);
  }
}
