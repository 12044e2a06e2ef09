package io.synkro.predict.search.internal;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A density over all dimensions together: a mixture of products of kernels, one product per point
 * and one for the prior. Of more than 25 points the last 25 and the prior weigh 1, those before
 * them less the older they are. Immutable.
 */
final class ParzenEstimator {
  private static final int FULL_WEIGHT = 25;

  private final List<Kernels> kernels;

  /** Running sums that end at 1. */
  private final double[] cumulated;

  private final double[] logWeight;

  /**
   * Estimates.
   *
   * @param dimensions at least one
   * @param points oldest first, shape {@code [points][dimensions]}; may be empty
   */
  ParzenEstimator(List<Dimension> dimensions, List<double[]> points) {
    Kernels[] each = new Kernels[dimensions.size()];
    for (int d = 0; d < each.length; d++) {
      int column = d;
      each[d] = dimensions.get(d).kernels(points.stream().mapToDouble(p -> p[column]).toArray());
    }
    this.kernels = List.of(each);
    double[] weights = weights(points.size());
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    this.logWeight = new double[weights.length];
    this.cumulated = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      cumulated[i] = sum / total;
      logWeight[i] = StrictMath.log(weights[i] / total);
    }
  }

  private static double[] weights(int points) {
    double[] weights = new double[points + 1];
    Arrays.fill(weights, 1);
    int older = points - FULL_WEIGHT;
    double least = 1.0 / Math.max(1, points);
    for (int i = 0; i < older; i++) {
      weights[i] = older == 1 ? least : least + i * (1 - least) / (older - 1);
    }
    return weights;
  }

  double[] draw(SplittableRandom random) {
    double chance = random.nextDouble();
    int kernel = 0;
    while (kernel < cumulated.length - 1 && chance >= cumulated[kernel]) {
      kernel++;
    }
    double[] point = new double[kernels.size()];
    for (int d = 0; d < point.length; d++) {
      point[d] = kernels.get(d).draw(kernel, random);
    }
    return point;
  }

  double logDensity(double[] point) {
    double[] sums = logWeight.clone();
    for (int d = 0; d < point.length; d++) {
      kernels.get(d).addLogDensities(point[d], sums);
    }
    double most = Arrays.stream(sums).max().orElseThrow(); // finite: the prior reaches everywhere
    double total = 0;
    for (double sum : sums) {
      total += StrictMath.exp(sum - most);
    }
    return most + StrictMath.log(total);
  }
}
