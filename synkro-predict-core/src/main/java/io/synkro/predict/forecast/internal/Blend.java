package io.synkro.predict.forecast.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One forecast of those of several members: the mean of some global ones, weighted with the median
 * of some local ones, in which one that goes astray has no say. Forecasts that are NaN are left
 * out. Immutable.
 */
public final class Blend {
  private final boolean[] local;
  private final boolean[] global;
  private final double share;

  /**
   * Creates a blend.
   *
   * @param local members whose median is taken
   * @param global members whose mean is taken
   * @param share weight of the mean of the global ones, from 0 to 1; of the median the rest
   */
  Blend(boolean[] local, boolean[] global, double share) {
    this.local = local.clone();
    this.global = global.clone();
    this.share = share;
  }

  /**
   * Blends. Members that do not take part have no say in what goes astray either, so that it does
   * not matter whether they were fitted.
   *
   * @param forecasts of each member; changed
   * @param outliers how far one may go astray
   * @return one forecast; NaN if no member that takes part has one
   */
  double of(double[] forecasts, Outliers outliers) {
    for (int m = 0; m < forecasts.length; m++) {
      forecasts[m] = uses(m) ? forecasts[m] : Double.NaN;
    }
    outliers.limit(forecasts);
    double mean = share > 0 ? mean(forecasts) : Double.NaN;
    double median = share < 1 ? median(forecasts) : Double.NaN;
    if (Double.isNaN(mean)) {
      return median;
    }
    return Double.isNaN(median) ? mean : share * mean + (1 - share) * median;
  }

  private double mean(double[] forecasts) {
    double sum = 0;
    int count = 0;
    for (int m = 0; m < forecasts.length; m++) {
      if (global[m] && !Double.isNaN(forecasts[m])) {
        sum += forecasts[m];
        count++;
      }
    }
    return sum / count;
  }

  private double median(double[] forecasts) {
    int count = 0;
    for (int m = 0; m < forecasts.length; m++) {
      if (local[m] && !Double.isNaN(forecasts[m])) {
        forecasts[count++] = forecasts[m];
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(forecasts, 0, count);
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
    return (global[member] && share > 0) || (local[member] && share < 1);
  }

  /** Returns whether global members have a say. */
  boolean hasGlobal() {
    return share > 0;
  }

  /**
   * Says what is blended.
   *
   * @param names of the members
   * @return such as {@code A}, {@code median of A, B, C} or {@code 75 % A + 25 % median of B, C, D}
   */
  String text(List<String> names) {
    List<String> parts = new ArrayList<>();
    if (share > 0) {
      parts.add(percent(share) + list("mean of ", names, global));
    }
    if (share < 1) {
      parts.add(percent(1 - share) + list("median of ", names, local));
    }
    return String.join(" + ", parts);
  }

  private static String percent(double share) {
    return share == 1 ? "" : String.format(Locale.ROOT, "%.0f %% ", 100 * share);
  }

  private static String list(String what, List<String> names, boolean[] included) {
    List<String> used =
        IntStream.range(0, included.length).filter(m -> included[m]).mapToObj(names::get).toList();
    return used.size() == 1 ? used.get(0) : what + String.join(", ", used);
  }
}
