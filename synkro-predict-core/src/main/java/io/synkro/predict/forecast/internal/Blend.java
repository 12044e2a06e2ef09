package io.synkro.predict.forecast.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One forecast of those of several members: their weighted mean or the median of some of them.
 * Forecasts that are NaN are left out. Immutable.
 */
public final class Blend {
  private final double[] weights;
  private final boolean median;

  private Blend(double[] weights, boolean median) {
    this.weights = weights;
    this.median = median;
  }

  /**
   * The mean.
   *
   * @param weights of each member, zero or more, not all zero
   * @return the blend
   */
  static Blend mean(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return new Blend(Arrays.stream(weights).map(w -> w / sum).toArray(), false);
  }

  /**
   * The median, in which one member that is far off has no say.
   *
   * @param included whether a member takes part
   * @return the blend
   */
  static Blend median(boolean[] included) {
    double[] weights = new double[included.length];
    Arrays.setAll(weights, m -> included[m] ? 1 : 0);
    return new Blend(weights, true);
  }

  /**
   * Blends.
   *
   * @param forecasts of each member; changed
   * @return one forecast; NaN if no member that takes part has one
   */
  double of(double[] forecasts) {
    return median ? medianOf(forecasts) : meanOf(forecasts);
  }

  private double meanOf(double[] forecasts) {
    double sum = 0;
    double weight = 0;
    for (int m = 0; m < weights.length; m++) {
      if (weights[m] > 0 && !Double.isNaN(forecasts[m])) {
        sum += weights[m] * forecasts[m];
        weight += weights[m];
      }
    }
    return sum / weight;
  }

  private double medianOf(double[] forecasts) {
    int count = 0;
    for (int m = 0; m < weights.length; m++) {
      double value = forecasts[m];
      if (weights[m] == 0 || Double.isNaN(value)) {
        continue;
      }
      int k = count++;
      for (; k > 0 && forecasts[k - 1] > value; k--) {
        forecasts[k] = forecasts[k - 1];
      }
      forecasts[k] = value;
    }
    if (count == 0) {
      return Double.NaN;
    }
    double upper = forecasts[count / 2];
    return count % 2 == 1 ? upper : (forecasts[count / 2 - 1] + upper) / 2;
  }

  /**
   * Returns whether a member takes part.
   *
   * @param member number of the member
   * @return false if its forecasts do not matter
   */
  public boolean uses(int member) {
    return weights[member] > 0;
  }

  /**
   * Says what is blended.
   *
   * @param names of the members
   * @return such as {@code median of A, B, C} or {@code 62 % A + 38 % B}
   */
  String text(List<String> names) {
    List<String> parts = new ArrayList<>();
    for (int m = 0; m < weights.length; m++) {
      if (weights[m] > 0) {
        boolean alone = median || weights[m] == 1;
        parts.add(alone ? names.get(m) : Math.round(100 * weights[m]) + " % " + names.get(m));
      }
    }
    return parts.size() > 1 && median
        ? "median of " + String.join(", ", parts)
        : String.join(" + ", parts);
  }
}
