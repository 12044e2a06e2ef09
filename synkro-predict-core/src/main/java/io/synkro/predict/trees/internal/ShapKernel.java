package io.synkro.predict.trees.internal;

import io.synkro.predict.tabular.FeatureTable;
import org.jspecify.annotations.Nullable;

/**
 * Exact Shapley contributions of a forest whose unknown features follow the cover of the training
 * data ("path-dependent"), as LightGBM's {@code predict_contrib} and XGBoost's {@code
 * pred_contribs} define them: Lundberg, Erion &amp; Lee (2018), <a
 * href="https://arxiv.org/abs/1802.03888">arXiv:1802.03888</a>.
 *
 * <p>Instead of counting sets of features, let every feature be known with chance t. With m(n) the
 * mean of what the walk from node n returns, the feature of n gains m(known) - m(unknown) there,
 * and its contribution is the integral of that over t in [0, 1] (the multilinear extension of Owen
 * (1972), <a href="https://doi.org/10.1287/mnsc.18.5.64">doi:10.1287/mnsc.18.5.64</a>). With
 *
 * <pre>
 *   w  share of the cover that goes left,   o  whether the row goes left: 1 or 0,
 *   z  product of the shares of this feature on the path above (1 if none above asks for it),
 *   s  whether the row went along with all of those: 1 or 0,
 *   k = t / (t + (1 - t) z), the chance that the feature is known once the walk came here,
 *   f = w + k s (o - w), the chance to go left:
 *   m(n) = f m(left) + (1 - f) m(right),   P(left) = P(n) f,   P(right) = P(n) (1 - f)
 *   contribution += integral of P(n) s (o - w) (m(left) - m(right)) z / (t + (1 - t) z)^2 dt
 * </pre>
 *
 * one pass up and one down for each point give all contributions, as in Yu et al. (2022), <a
 * href="https://arxiv.org/abs/2209.08192">arXiv:2209.08192</a>. The integrand is a polynomial of
 * degree d - 1 for d different features on a path, so that Gauss-Legendre points yield it exactly;
 * all weights are positive. A share of zero needs no special case.
 *
 * <p>Immutable; safe for use by many threads, each with its own {@link Worker}.
 */
public final class ShapKernel {
  /** From here on vectors win over the row kernel. */
  private static final int FEWEST_ROWS = 16;

  private static final int MOST_ROWS = 256;

  /** Most doubles of one kind in a worker: a block takes fewer rows of huge trees. */
  private static final int MOST_NUMBERS = 1 << 18;

  private final ShapTrees trees;

  private ShapKernel(ShapTrees trees) {
    this.trees = trees;
  }

  /**
   * Prepares a forest.
   *
   * @param forest trees with covers
   * @return the kernel
   */
  public static ShapKernel of(Forest forest) {
    return new ShapKernel(new ShapTrees(forest));
  }

  /**
   * Returns how many numbers explain a row.
   *
   * @return outputs times (features + 1)
   */
  public int width() {
    return trees.forest.outputs() * (trees.forest.features() + 1);
  }

  /**
   * Returns a worker, which holds the memory that a calculation needs.
   *
   * @param count how many trees to explain, the first ones; at most all
   * @return a worker for one thread
   */
  public Worker worker(int count) {
    return new Worker(trees, count);
  }

  /** Explains rows; for use by one thread at a time. */
  public static final class Worker {
    private final ShapTrees trees;
    private final int count;
    private final double[] expected;
    private final float[] row;
    private final ShapRow one;
    private @Nullable ShapBlock many;

    private Worker(ShapTrees trees, int count) {
      this.trees = trees;
      this.count = count;
      this.expected = new double[trees.forest.outputs()];
      for (int output = 0; output < expected.length; output++) {
        expected[output] = trees.expected(count, output);
      }
      this.row = new float[trees.forest.features()];
      this.one = new ShapRow(trees);
    }

    /**
     * Explains a row.
     *
     * @param values the features; NaN is missing
     * @param target receives for each output the contributions of the features and then the
     *     expected value, shape {@code [outputs * (features + 1)]}
     * @param at where in the target to begin
     */
    public void explain(float[] values, double[] target, int at) {
      one.explain(values, count, target, at);
      addExpected(target, at);
    }

    /**
     * Explains rows of a table: to the last bit what each of them alone gives, but much faster.
     *
     * @param table the features; NaN is missing
     * @param from first row
     * @param to row after the last
     * @param target receives row after row, from its beginning on
     */
    public void explain(FeatureTable table, int from, int to, double[] target) {
      int width = expected.length * (row.length + 1);
      ShapBlock block = to - from < FEWEST_ROWS ? null : block(to - from);
      int next = from;
      while (next < to) {
        int at = (next - from) * width;
        int left = to - next;
        if (block == null || left < FEWEST_ROWS) {
          table.copyRow(next++, row);
          explain(row, target, at);
          continue;
        }
        int rows = Math.min(left, block.capacity());
        block.look(table, next, rows);
        block.explain(count, target, at);
        for (int r = 0; r < rows; r++) {
          addExpected(target, at + r * width);
        }
        next += rows;
      }
    }

    private @Nullable ShapBlock block(int rows) {
      int columns = Math.max(row.length, trees.columns.size());
      int largest = Math.max(1, Math.max(trees.mostNodes(), columns));
      int capacity = Math.min(Math.min(rows, MOST_ROWS), MOST_NUMBERS / largest);
      if (capacity >= FEWEST_ROWS && (many == null || many.capacity() < capacity)) {
        many = new ShapBlock(trees, capacity);
      }
      return capacity < FEWEST_ROWS ? null : many;
    }

    private void addExpected(double[] target, int at) {
      for (int output = 0; output < expected.length; output++) {
        target[at + output * (row.length + 1) + row.length] = expected[output];
      }
    }
  }
}
