package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;

/**
 * Poisson demand: single units asked for independently of each other. Source: Snyder &amp; Shen
 * (2019), Fundamentals of Supply Chain Theory, 2nd edition, equations C.41 and C.42.
 *
 * @param mean expected demand, units, positive
 */
public record PoissonDemand(double mean) implements CountDemand {
  /** {@inheritDoc} */
  public PoissonDemand {
    Require.positive("mean", mean, "use TableDemand.constant(0) for no demand");
  }

  @Override
  public double overdispersion() {
    return 0;
  }

  @Override
  public PoissonDemand times(double times) {
    return new PoissonDemand(mean * Require.positive("times", times, ""));
  }
}
