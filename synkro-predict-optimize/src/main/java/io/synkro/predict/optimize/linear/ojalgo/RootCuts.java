package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearModelBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Strengthens a model before it is searched: adds cuts that the solution of its program breaks,
 * solves again, and so on as long as the bound rises. The points of the model stay the same.
 */
final class RootCuts {
  private static final int MOST_ROUNDS = 30;

  /** Multiplications that all rounds together may take, by a rough count: about 20 seconds. */
  private static final double MOST_WORK = 3e10;

  /** Share of the time that may be gone before the last round. */
  private static final double MOST_TIME = 0.4;

  private static final int MOST_CUTS = 200;
  private static final int PATIENCE = 4;
  private static final double MOST_PARALLEL = 0.95;
  private static final double LEAST_RISE = 1e-4;

  private final LinearModel model;
  private final Box box;
  private final Watch watch;
  private final long mostCells;

  RootCuts(LinearModel model, Box box, Watch watch, long mostCells) {
    this.model = model;
    this.box = box;
    this.watch = watch;
    this.mostCells = mostCells;
  }

  /** Returns the model with the cuts that were still of use in the end. */
  LinearModel strengthened() {
    MirSeparation separation = new MirSeparation(model, box);
    List<Cut> cuts = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    int idle = 0;
    double work = 0;
    for (int round = 0; round < MOST_ROUNDS && idle < PATIENCE && work < MOST_WORK; round++) {
      LinearModel current = with(cuts);
      if (Relaxation.cells(current) > mostCells || watch.usedShare() > MOST_TIME) {
        break;
      }
      work += (double) Relaxation.cells(current) * current.rows();
      NodeProgram program = new NodeProgram(current, watch);
      if (!program.tried(box)) {
        return model; // the search has means of its own for what fails here
      }
      double[] x = program.x();
      double rise = program.bound() - best;
      idle = rise > LEAST_RISE * Math.max(1, Math.abs(program.bound())) ? 0 : idle + 1;
      best = Math.max(best, program.bound());
      cuts.removeIf(cut -> cut.excess(x) < -1e-6 * Math.max(1, Math.abs(cut.limit)));
      int before = cuts.size();
      choose(separation.cuts(x, watch), cuts);
      if (cuts.size() == before) {
        break;
      }
    }
    return with(cuts);
  }

  /** The deepest cuts first, without those that say nearly the same. */
  private void choose(List<Cut> found, List<Cut> cuts) {
    found.sort(Comparator.comparingDouble(cut -> -cut.depth));
    double[] zeros = new double[model.columns()];
    int added = 0;
    for (Cut cut : found) {
      if (added == MOST_CUTS) {
        return;
      }
      if (cuts.stream().noneMatch(other -> cut.parallelism(other, zeros) > MOST_PARALLEL)) {
        cuts.add(cut);
        added++;
      }
    }
  }

  private LinearModel with(List<Cut> cuts) {
    LinearModelBuilder builder = model.toBuilder();
    for (Cut cut : cuts) {
      LinearModelBuilder.Row row = builder.row("");
      for (int k = 0; k < cut.columns.length; k++) {
        row.term(cut.columns[k], cut.values[k]);
      }
      row.atMost(cut.limit);
    }
    return builder.build();
  }
}
