package io.synkro.predict.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Proposes points of a space: by chance, or by the Tree-structured Parzen Estimator, which draws
 * candidates where good points are dense and takes the one whose density among good points exceeds
 * that among the others by the largest factor. That factor grows with the expected improvement.
 * Source: Bergstra, Bardenet, Bengio &amp; Kégl (2011), Algorithms for Hyper-Parameter
 * Optimization, NeurIPS 24, section 4; all dimensions are estimated together as in Falkner, Klein
 * &amp; Hutter (2018), BOHB, ICML. Immutable.
 */
public final class ParzenSearch {
  private static final int CANDIDATES = 24;

  private final List<Dimension> dimensions;
  private final double size;

  /**
   * Creates a search.
   *
   * @param dimensions at least one
   */
  public ParzenSearch(List<Dimension> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    double product = 1;
    for (Dimension dimension : dimensions) {
      product *= dimension.size();
    }
    this.size = product;
  }

  /**
   * Returns how many points the space has.
   *
   * @return at least 2; infinite if a dimension is an interval
   */
  public double size() {
    return size;
  }

  /**
   * Returns how many points count as good.
   *
   * @param points number of points whose rank is known
   * @return a tenth of them, rounded up, but 25 at the most
   */
  public static int good(int points) {
    return Math.min((points + 9) / 10, 25);
  }

  /**
   * Proposes a point by chance.
   *
   * @param random source of chance
   * @param tried tells points that shall not be proposed; at least one must be left
   * @return a new point
   */
  public double[] draw(SplittableRandom random, Predicate<double[]> tried) {
    double[] point = dimensions.stream().mapToDouble(d -> d.draw(random)).toArray();
    return untried(point, tried);
  }

  /**
   * Proposes a point by the estimator.
   *
   * @param good the best points, oldest first
   * @param others all other points, oldest first
   * @param random source of chance
   * @param tried tells points that shall not be proposed; at least one must be left
   * @return a new point
   */
  public double[] propose(
      List<double[]> good,
      List<double[]> others,
      SplittableRandom random,
      Predicate<double[]> tried) {
    ParzenEstimator amongGood = new ParzenEstimator(dimensions, good);
    ParzenEstimator amongOthers = new ParzenEstimator(dimensions, others);
    List<double[]> candidates = new ArrayList<>();
    for (int c = 0; c < CANDIDATES; c++) {
      candidates.add(amongGood.draw(random));
    }
    double[] best = candidates.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (double[] candidate : candidates) {
      double gain = amongGood.logDensity(candidate) - amongOthers.logDensity(candidate);
      if (gain > most && !tried.test(candidate)) {
        best = candidate;
        most = gain;
      }
    }
    return untried(best, tried);
  }

  /** Goes from point to point as the digits of a counter do, so that it ends if one is left. */
  private double[] untried(double[] point, Predicate<double[]> tried) {
    double[] next = point.clone();
    while (size < Double.POSITIVE_INFINITY && tried.test(next)) {
      for (int d = 0; d < next.length; d++) {
        double before = next[d];
        next[d] = dimensions.get(d).next(before);
        if (next[d] > before) {
          break; // no carry
        }
      }
    }
    return next;
  }
}
