package io.synkro.predict.trees;

import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.trees.internal.Forest;

/** Turns trees that were trained on bins into trees that ask for values. Stateless. */
final class BinThresholds {
  private BinThresholds() {}

  /**
   * Puts the upper end of a bin in the place of its number.
   *
   * @param forest its thresholds lie from a bin up to the next one; categories are what they are
   * @param bins what the numbers mean
   * @return trees that send every value where the forest sends its bin
   */
  static Forest toValues(Forest forest, FeatureBins bins) {
    Forest.Nodes nodes = forest.nodes();
    float[] threshold = nodes.threshold().clone();
    for (int i = 0; i < threshold.length; i++) {
      if ((nodes.rules()[i] & Forest.CATEGORY) == 0) {
        int feature = nodes.feature()[i];
        int last = bins.size(feature) - 1;
        double bin = Math.floor(threshold[i]);
        threshold[i] =
            bin < 0 ? Float.NEGATIVE_INFINITY : bins.upper(feature, (int) Math.min(bin, last));
      }
    }
    return forest.withThresholds(threshold);
  }
}
