package io.synkro.predict.optimize.decomposition;

/**
 * A part of all transfers of a block, between a fewest and a most packs of each lane and period,
 * and what is known of it. Used by one thread at a time.
 */
final class LaneNode {
  final FreeLine.Range range;

  /** The best prices of lanes so far. */
  double[] point;

  /** What the transfers of this part cost at least. */
  double bound;

  private final boolean root;

  /** Where the lines disagree most on what is sent, or −1, and how much that is on average. */
  private int place = -1;

  private int average;

  /** Makes the node of all transfers. */
  LaneNode(FreeLine.Range range, double[] point, double bound) {
    this(range, point, bound, true);
  }

  private LaneNode(FreeLine.Range range, double[] point, double bound, boolean root) {
    this.range = range;
    this.point = point;
    this.bound = bound;
    this.root = root;
  }

  /** Returns whether this is the node of all transfers. */
  boolean isRoot() {
    return root;
  }

  /** Returns whether the lines disagree, so that parts of this may have a better bound. */
  boolean isOpen() {
    return place >= 0;
  }

  /**
   * Looks for where the lines disagree most.
   *
   * @param differences by lane and period: between what is sent and received, over some points
   * @param sums of what is sent and received at these points
   * @param points how many
   */
  void branch(long[] differences, long[] sums, int points) {
    long largest = 0;
    for (int c = 0; c < differences.length; c++) {
      if (range.least[c] < range.most[c] && differences[c] > largest) {
        largest = differences[c];
        place = c;
        average = (int) (sums[c] / (2L * points));
        average = Math.max(range.least[c], Math.min(range.most[c] - 1, average));
      }
    }
  }

  /** Returns the part with at most the average where the lines disagree, or that with more. */
  LaneNode child(boolean fewer) {
    int[] least = range.least.clone();
    int[] most = range.most.clone();
    if (fewer) {
      most[place] = average;
    } else {
      least[place] = average + 1;
    }
    return new LaneNode(new FreeLine.Range(least, most), point, bound, false);
  }
}
