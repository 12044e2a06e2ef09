package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;

/**
 * Demand anywhere between two values, each equally likely. The losses are the integrals of the
 * definitions.
 *
 * @param low least demand, units, finite; negative ones are allowed for yields and errors
 * @param high largest demand, units, finite, at least {@code low}; equal ones leave one value
 */
public record UniformDemand(double low, double high) implements DemandDistribution {
  /** {@inheritDoc} */
  public UniformDemand {
    Require.that(Double.isFinite(low), "low", low, "must be finite", "");
    Require.that(
        high >= low && Double.isFinite(high - low), "high", high, "must be at least " + low, "");
  }

  @Override
  public double mean() {
    return low + (high - low) / 2;
  }

  @Override
  public double sd() {
    return (high - low) / Math.sqrt(12);
  }

  @Override
  public boolean isDiscrete() {
    return false;
  }

  @Override
  public double probability(double x) {
    return low == high && x == low ? 1 : 0;
  }

  @Override
  public double cdf(double x) {
    if (x < low) {
      return 0;
    }
    return x >= high ? 1 : (x - low) / (high - low);
  }

  @Override
  public double quantile(double probability) {
    Require.between("probability", probability, 0, 1, "write 95 % as 0.95");
    return low + probability * (high - low);
  }

  @Override
  public double loss(double x) {
    return first(high - x);
  }

  @Override
  public double complementaryLoss(double x) {
    return first(x - low);
  }

  @Override
  public double secondLoss(double x) {
    return second(high - x);
  }

  @Override
  public double complementarySecondLoss(double x) {
    return second(x - low);
  }

  /** Returns E[(reach − U)⁺] for U uniform from 0 to the width. */
  private double first(double reach) {
    double width = high - low;
    if (reach <= 0) {
      return 0;
    }
    return reach >= width ? reach - width / 2 : reach * reach / (2 * width);
  }

  /** Returns ½ E[((reach − U)⁺)²] for U uniform from 0 to the width. */
  private double second(double reach) {
    double width = high - low;
    if (reach <= 0) {
      return 0;
    }
    double middle = reach - width / 2;
    return reach >= width
        ? (middle * middle + width * width / 12) / 2
        : reach * reach * reach / (6 * width);
  }
}
