package io.synkro.predict.trees;

import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.internal.Kernel;
import io.synkro.predict.trees.internal.Scorer;

/**
 * Scores with a kernel of one's choice, to find where each is the fastest. It lives in this
 * package, which alone may look inside.
 */
public final class KernelProbe {
  private final Scorer scorer;
  private final Scorer.Work work;
  private final int trees;
  private final int outputs;

  /**
   * Creates a probe.
   *
   * @param model the trees
   */
  public KernelProbe(TreeModel model) {
    this.scorer = model.ensemble().scorer();
    this.work = scorer.work(64);
    this.trees = model.ensemble().trees();
    this.outputs = model.outputs();
  }

  /**
   * Scores the first rows of a table.
   *
   * @param kernel name of the kernel
   * @param table the rows
   * @param rows how many, at most 64
   * @return margins
   */
  public double[] margins(String kernel, FeatureTable table, int rows) {
    double[] margins = new double[rows * outputs];
    Scorer.Batch batch = new Scorer.Batch(table, 0, rows, trees);
    scorer.margins(Kernel.valueOf(kernel), batch, work, margins);
    return margins;
  }
}
