package io.synkro.predict.optimize.safety;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * How much demand of products like this one varies: what is believed before there is a history, and
 * keeps a short or quiet history from promising that demand is regular. Source of the idea, to draw
 * each product's figure towards that of all: Efron &amp; Morris (1975), "Data analysis using
 * Stein's estimator and its generalizations", JASA 70.
 *
 * @param dispersion variance by mean of the demand of a period, zero or more
 * @param periods how many periods of history it weighs as much as, zero or more
 */
public record DispersionPrior(double dispersion, double periods) {
  /** Nothing is believed. */
  public static final DispersionPrior NONE = new DispersionPrior(1, 0);

  /** Two years of months, or most of a month of days. */
  private static final double USUAL_PERIODS = 24;

  /** {@inheritDoc} */
  public DispersionPrior {
    Require.nonNegative("dispersion", dispersion, "");
    Require.nonNegative("periods", periods, "");
  }

  /**
   * Learns it from products of one kind: the mean of their own dispersions, with the weight of 24
   * periods.
   *
   * @param histories demand by product and period, units; products without demand are left out
   * @return the prior, {@link #NONE} if no product has demand and two periods
   */
  public static DispersionPrior of(List<double[]> histories) {
    double sum = 0;
    int products = 0;
    for (double[] history : histories) {
      double own = Moments.dispersion(history);
      if (own >= 0) {
        sum += own;
        products++;
      }
    }
    return products == 0 ? NONE : new DispersionPrior(sum / products, USUAL_PERIODS);
  }

  /**
   * Returns the dispersion of a product after its history. Of counts it is at least that of Poisson
   * demand: of few periods, less is more likely chance than a promise.
   */
  double after(double[] history, boolean whole) {
    double own = Moments.dispersion(history);
    boolean known = own >= 0;
    double weight = known ? history.length : 0;
    double both = weight + periods;
    double drawn = both > 0 ? ((known ? weight * own : 0) + periods * dispersion) / both : 1;
    return whole ? Math.max(1, drawn) : drawn;
  }
}
