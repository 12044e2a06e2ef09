package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.Lazy;
import io.synkro.predict.tabular.FeatureTable;
import org.jspecify.annotations.Nullable;

/**
 * Scores a forest with the kernel that suits its shape and the number of rows. What the kernels
 * need is prepared once, by the first call or by {@link #prepare}; after that no call locks or
 * waits. Safe for use by many threads, each with its own {@link Work}.
 */
public final class Scorer {
  /** From about 8 to 13 rows on, by the model, a block is faster than row after row: RESULTS.md. */
  private static final int BLOCK_PAYS = 12;

  /** Below this part of all trees it is faster to walk. */
  private static final int FEW_TREES = 8;

  private final Forest forest;
  private final Lazy<Plan> plan;

  /**
   * Creates a scorer; nothing is prepared yet.
   *
   * @param forest the trees
   */
  public Scorer(Forest forest) {
    this.forest = forest;
    this.plan = new Lazy<>(this::makePlan);
  }

  /** The kernels of a forest; those that it is too large for are null. */
  private record Plan(WalkKernel walk, @Nullable MaskKernel mask, @Nullable SliceKernel slice) {}

  /**
   * What to score.
   *
   * @param table the rows
   * @param from first row
   * @param to row after the last
   * @param trees how many trees count, from the first
   */
  public record Batch(FeatureTable table, int from, int to, int trees) {}

  /** Memory for one thread; nothing in it outlives a call. */
  public static final class Work {
    private final float[] row;
    private final long[] alive;
    private final @Nullable Block block;

    private Work(Forest forest, Plan plan, int rows) {
      this.row = new float[forest.features()];
      this.alive = new long[plan.mask == null ? 0 : plan.mask.words()];
      this.block = rows > 0 && plan.slice != null ? plan.slice.block(rows) : null;
    }
  }

  /** Prepares the kernels, unless that was done. */
  public void prepare() {
    plan();
  }

  private Plan plan() {
    return plan.get();
  }

  private Plan makePlan() {
    WalkKernel walk = new WalkKernel(forest);
    if (!MaskKernel.fit(forest) || !SliceKernel.fit(forest) || !Conditions.fit(forest)) {
      return new Plan(walk, null, null);
    }
    Conditions conditions = Conditions.of(forest);
    FreeSides sides = new FreeSides(forest, conditions);
    LeafOrder order = new LeafOrder(forest, sides);
    return new Plan(
        walk,
        new MaskKernel(forest, conditions, sides, order),
        new SliceKernel(forest, conditions, order));
  }

  /**
   * Makes memory to work in.
   *
   * @param rows most rows that a call will ask for: memory for blocks is large, and left out if one
   *     would never pay
   * @return memory for one thread at a time
   */
  public Work work(int rows) {
    return new Work(forest, plan(), kernel(rows) == Kernel.SLICE ? rows : 0);
  }

  /**
   * Returns the kernel for a number of rows.
   *
   * @param rows number of rows of a call
   * @return how they are scored
   */
  public Kernel kernel(int rows) {
    return kernel(rows, forest.trees());
  }

  private Kernel kernel(int rows, int trees) {
    if (plan().mask == null || trees < forest.trees() / FEW_TREES) {
      return Kernel.WALK; // the other kernels ask the conditions of all trees
    }
    return rows < BLOCK_PAYS ? Kernel.MASK : Kernel.SLICE;
  }

  /**
   * Adds up the first trees for a row.
   *
   * @param row values of the features, not changed
   * @param trees how many trees count
   * @param work memory
   * @param target receives a number for each output
   */
  public void margins(float[] row, int trees, Work work, double[] target) {
    margins(kernel(1, trees), row, trees, work, target, 0);
  }

  /**
   * Adds up the first trees for rows of a table.
   *
   * @param batch which rows and trees
   * @param work memory, made for as many rows
   * @param target receives the outputs of row r at {@code r * outputs}
   */
  public void margins(Batch batch, Work work, double[] target) {
    int most = work.block == null ? batch.to - batch.from : work.block.capacity();
    for (int next = batch.from; next < batch.to; ) {
      int rows = Math.min(most, batch.to - next);
      Batch part = new Batch(batch.table, next, next + rows, batch.trees);
      Kernel kernel = kernel(work.block == null ? 1 : rows, batch.trees);
      margins(kernel, part, work, target);
      next += rows;
    }
  }

  /**
   * Adds up the first trees for few rows of a table with a given kernel.
   *
   * @param kernel one that takes the forest
   * @param batch at most 256 rows
   * @param work memory, made for as many rows
   * @param target receives the outputs of row r at {@code r * outputs}
   * @throws IllegalStateException if the kernel does not take the forest, or the memory is for
   *     fewer rows
   */
  public void margins(Kernel kernel, Batch batch, Work work, double[] target) {
    int outputs = forest.outputs();
    if (kernel == Kernel.SLICE) {
      Block block = present(work.block);
      block.begin(batch.to - batch.from);
      present(plan().slice).margins(batch.table, batch.from, batch.trees, block);
      block.collect(outputs, target, batch.from * outputs);
      return;
    }
    for (int r = batch.from; r < batch.to; r++) {
      batch.table.copyRow(r, work.row);
      margins(kernel, work.row, batch.trees, work, target, r * outputs);
    }
  }

  private void margins(Kernel kernel, float[] row, int trees, Work work, double[] target, int at) {
    if (kernel == Kernel.MASK) {
      present(plan().mask).margins(row, trees, work.alive, target, at);
      return;
    }
    forest.dialect().prepare(row, work.row);
    plan().walk.margins(work.row, trees, target, at);
  }

  private static <T> T present(@Nullable T kernelOrBlock) {
    if (kernelOrBlock == null) {
      throw new IllegalStateException(
          "This kernel does not take the forest, or the memory is for less");
    }
    return kernelOrBlock;
  }
}
