package io.synkro.predict.search.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Normal distributions around numbers, cut off at the ends of the range. The width of each is the
 * larger of the distances to its neighbours, but not below the range divided by the number of
 * kernels plus one or by 100; outermost ones look at their one neighbour. The prior lies in the
 * middle, as wide as the range. Source: Bergstra, Bardenet, Bengio &amp; Kégl (2011), Algorithms
 * for Hyper-Parameter Optimization, NeurIPS 24, section 4.2; the lower bound ("magic clip") is that
 * of hyperopt and of Watanabe (2023), <a
 * href="https://doi.org/10.48550/arXiv.2304.11127">doi:10.48550/arXiv.2304.11127</a>, section 3.3.
 */
final class NormalKernels implements Kernels {
  private static final double NARROWEST = 100;

  private final NumberDimension dimension;
  private final double[] center;
  private final double[] width;

  /** Logarithm of what makes the whole of a kernel 1; its width belongs to it for real numbers. */
  private final double[] logTotal;

  NormalKernels(NumberDimension dimension, double[] observed) {
    int n = observed.length;
    this.dimension = dimension;
    this.center = new double[n + 1];
    for (int i = 0; i < n; i++) {
      center[i] = dimension.place(observed[i]);
    }
    center[n] = 0.5;
    this.width = widths(Arrays.copyOf(center, n));
    this.logTotal = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      double inside = NormalCurve.between((0 - center[i]) / width[i], (1 - center[i]) / width[i]);
      logTotal[i] = StrictMath.log(dimension.whole() ? inside : inside * width[i]);
    }
  }

  /** The last is that of the prior. */
  private static double[] widths(double[] center) {
    int n = center.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> center[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double least = 1 / Math.min(NARROWEST, n + 2.0);
    double[] widths = new double[n + 1];
    for (int i = 0; i < n; i++) {
      double own = center[order[i]];
      double left = i > 0 ? own - center[order[i - 1]] : 0;
      double right = i < n - 1 ? center[order[i + 1]] - own : 0;
      double gap = n == 1 ? Math.max(own, 1 - own) : Math.max(left, right);
      widths[order[i]] = Math.max(gap, least);
    }
    widths[n] = 1;
    return widths;
  }

  /** Chance hits the inside at least every third time, since centres lie inside. */
  @Override
  public double draw(int kernel, SplittableRandom random) {
    double place;
    do {
      place = center[kernel] + width[kernel] * NormalCurve.draw(random);
    } while (!(place >= 0 && place <= 1));
    return dimension.value(place);
  }

  @Override
  public void addLogDensities(double value, double[] sums) {
    if (dimension.whole()) {
      double left = dimension.place(value - 0.5);
      double right = dimension.place(value + 0.5);
      for (int i = 0; i < sums.length; i++) {
        double mass =
            NormalCurve.between((left - center[i]) / width[i], (right - center[i]) / width[i]);
        sums[i] += StrictMath.log(mass) - logTotal[i];
      }
    } else {
      double place = dimension.place(value);
      for (int i = 0; i < sums.length; i++) {
        double z = (place - center[i]) / width[i];
        sums[i] -= 0.5 * z * z + logTotal[i] + NormalCurve.LOG_ROOT_TWO_PI;
      }
    }
  }
}
