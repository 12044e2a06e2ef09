package io.synkro.predict.search.internal;

import java.util.SplittableRandom;

/**
 * Counts of choices: each kernel has seen its own choice once, and before that every choice as
 * often as there are choices per kernel; the prior finds all alike. Sources: Bergstra, Bardenet,
 * Bengio &amp; Kégl (2011), Algorithms for Hyper-Parameter Optimization, NeurIPS 24, section 4.2,
 * whose single mixture adds one of each choice to the counts; kernels over all dimensions as in
 * Watanabe (2023), <a
 * href="https://doi.org/10.48550/arXiv.2304.11127">doi:10.48550/arXiv.2304.11127</a>, section 3.3.
 * A prior that is smaller by the number of choices keeps such kernels at their choice for so long
 * that the search gets stuck there.
 */
final class ChoiceKernels implements Kernels {
  private final int count;
  private final double[] observed;
  private final double logSeen;
  private final double logOther;
  private final double seen;

  ChoiceKernels(int count, double[] observed) {
    this.count = count;
    this.observed = observed.clone();
    double before = (double) count / (observed.length + 1);
    double total = 1 + count * before;
    this.seen = 1 / total;
    this.logSeen = StrictMath.log((1 + before) / total);
    this.logOther = StrictMath.log(before / total);
  }

  @Override
  public double draw(int kernel, SplittableRandom random) {
    boolean own = kernel < observed.length && random.nextDouble() < seen;
    return own ? observed[kernel] : Math.floor(random.nextDouble() * count);
  }

  @Override
  public void addLogDensities(double value, double[] sums) {
    for (int i = 0; i < observed.length; i++) {
      sums[i] += observed[i] == value ? logSeen : logOther;
    }
    sums[observed.length] -= StrictMath.log(count);
  }
}
