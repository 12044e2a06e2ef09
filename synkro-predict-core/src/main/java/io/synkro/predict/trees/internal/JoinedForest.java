package io.synkro.predict.trees.internal;

import java.util.Arrays;

/** Puts the trees of one forest behind those of another. Stateless. */
public final class JoinedForest {
  private JoinedForest() {}

  /**
   * Joins two forests of the same dialect, features, outputs and width of leaves.
   *
   * @param first whose base is kept
   * @param second whose base does not count
   * @return all trees, those of the first one first; covered if both are
   */
  public static Forest of(Forest first, Forest second) {
    Forest.Nodes a = first.nodes();
    int nodes = a.feature().length;
    int leaves = first.leafId().length;
    boolean covered = first.isCovered() && second.isCovered();
    return new Forest(
        first.dialect(),
        first.features(),
        first.base(),
        joined(first.treeOutput(), second.treeOutput(), 0, 0),
        joined(first.nodeStart(), second.nodeStart(), nodes, 1),
        joined(first.leafStart(), second.leafStart(), leaves, 1),
        nodes(a, second.nodes(), nodes, leaves),
        first.leafWidth(),
        joined(first.leafValue(), second.leafValue()),
        joined(first.leafId(), second.leafId(), 0, 0),
        covered
            ? new Forest.Cover(
                joined(first.cover().node(), second.cover().node()),
                joined(first.cover().leaf(), second.cover().leaf()))
            : new Forest.Cover(new double[0], new double[0]));
  }

  private static Forest.Nodes nodes(Forest.Nodes a, Forest.Nodes b, int nodes, int leaves) {
    int sets = a.setStart().length - 1;
    float[] threshold = Arrays.copyOf(a.threshold(), nodes + b.threshold().length);
    byte[] rules = Arrays.copyOf(a.rules(), threshold.length);
    for (int i = 0; i < b.threshold().length; i++) {
      rules[nodes + i] = b.rules()[i];
      boolean category = (b.rules()[i] & Forest.CATEGORY) != 0;
      threshold[nodes + i] = b.threshold()[i] + (category ? sets : 0);
    }
    return new Forest.Nodes(
        joined(a.feature(), b.feature(), 0, 0),
        threshold,
        rules,
        children(a.left(), b.left(), nodes, leaves),
        children(a.right(), b.right(), nodes, leaves),
        joined(a.setStart(), b.setStart(), a.categories().length, 1),
        joined(a.categories(), b.categories(), 0, 0));
  }

  private static int[] children(int[] a, int[] b, int nodes, int leaves) {
    int[] all = Arrays.copyOf(a, a.length + b.length);
    for (int i = 0; i < b.length; i++) {
      all[a.length + i] = b[i] >= 0 ? b[i] + nodes : b[i] - leaves; // ~(~b + leaves)
    }
    return all;
  }

  /** Appends numbers of the second array, some of its first ones left out, with a shift. */
  private static int[] joined(int[] a, int[] b, int shift, int leftOut) {
    int[] all = Arrays.copyOf(a, a.length + b.length - leftOut);
    for (int i = leftOut; i < b.length; i++) {
      all[a.length + i - leftOut] = b[i] + shift;
    }
    return all;
  }

  private static double[] joined(double[] a, double[] b) {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
