package io.synkro.predict.optimize.highs;

import com.sun.jna.Pointer;
import io.synkro.predict.optimize.linear.LinearDuals;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.SparseMatrix;
import org.jspecify.annotations.Nullable;

/** One handle of HiGHS: takes one model, runs, tells, and is closed. Used by one thread. */
final class HighsRun implements AutoCloseable {
  /** What HiGHS says became of a model. */
  enum Verdict {
    OPTIMAL,
    INFEASIBLE,
    UNBOUNDED_OR_INFEASIBLE,
    UNBOUNDED,
    STOPPED,
    FAILED;

    /** Source of the numbers: {@code kHighsModelStatus...} of highs_c_api.h. */
    static Verdict of(int number) {
      return switch (number) {
        case 6, 7 -> OPTIMAL; // an empty model has one point
        case 8 -> INFEASIBLE;
        case 9 -> UNBOUNDED_OR_INFEASIBLE;
        case 10 -> UNBOUNDED;
        case 11, 12, 13, 14, 16, 17 -> STOPPED;
        default -> FAILED;
      };
    }
  }

  /** {@code kHighsSolutionStatusFeasible}. */
  private static final int FEASIBLE_POINT = 2;

  private final HighsLibrary library;
  private final Pointer handle;
  private final LinearModel model;
  private final boolean threaded;
  private final UntimedStages stages;

  // HiGHS calls it as long as the handle lives, so it must not be collected
  private final HighsListener listener;

  HighsRun(HighsLibrary library, LinearModel model, LinearOptions options, HighsListener listener) {
    this.library = library;
    this.model = model;
    this.listener = listener;
    this.threaded = options.threads() > 1;
    this.stages = new UntimedStages(model, options);
    this.handle = library.Highs_create();
    set("output_flag", false);
    set("threads", options.threads());
    set("random_seed", options.seed());
    set("mip_rel_gap", options.relativeGap());
    set("mip_abs_gap", LinearOptions.ABSOLUTE_GAP);
    set("mip_max_nodes", (int) Math.min(options.nodeLimit(), Integer.MAX_VALUE));
    set("parallel", threaded ? "on" : "off");
  }

  private void set(String option, boolean value) {
    check(option, library.Highs_setBoolOptionValue(handle, option, value ? 1 : 0));
  }

  private void set(String option, int value) {
    check(option, library.Highs_setIntOptionValue(handle, option, value));
  }

  private void set(String option, double value) {
    check(option, library.Highs_setDoubleOptionValue(handle, option, value));
  }

  private void set(String option, String value) {
    check(option, library.Highs_setStringOptionValue(handle, option, value));
  }

  private static void check(String what, int status) {
    if (status == HighsLibrary.ERROR) {
      throw new IllegalStateException("HiGHS refuses " + what);
    }
  }

  /** Hands the model over, with bounds of columns and integers that may differ from the model's. */
  void pass(double[] lowers, double[] uppers, boolean integers) {
    SparseMatrix matrix = model.matrix();
    int[] integrality = new int[model.columns()];
    for (int j = 0; j < integrality.length; j++) {
      integrality[j] = integers && model.isInteger(j) ? 1 : 0;
    }
    int status =
        library.Highs_passMip(
            handle,
            model.columns(),
            model.rows(),
            matrix.nonzeros(),
            HighsLibrary.ROWWISE,
            HighsLibrary.MINIMIZE,
            model.offset(),
            model.costs(),
            lowers,
            uppers,
            model.rowLowers(),
            model.rowUppers(),
            matrix.starts(),
            matrix.indices(),
            matrix.values(),
            integrality);
    check("the model", status);
    if (integers) {
      leaveOutLongStages();
    }
  }

  private void leaveOutLongStages() {
    if (!stages.hasRoomForPresolve()) {
      set("presolve", "off");
      set(
          "mip_root_presolve_only",
          true); // or the searches within the search presolve all the same
    }
    if (!stages.hasRoomForJump()) {
      set("mip_heuristic_run_feasibility_jump", false);
    }
  }

  /** Proposes values for the columns that are not NaN; HiGHS completes the others. */
  void start(double[] values) {
    int[] indices = new int[values.length];
    double[] given = new double[values.length];
    int count = 0;
    for (int j = 0; j < values.length; j++) {
      if (!Double.isNaN(values[j])) {
        indices[count] = j;
        given[count++] = values[j];
      }
    }
    if (count > 0) {
      library.Highs_setSparseSolution(handle, count, indices, given);
    }
  }

  Verdict run() {
    if (listener.isStopped()) {
      return Verdict.STOPPED;
    }
    set("time_limit", secondsLeft());
    library.Highs_setCallback(handle, listener, null);
    library.Highs_startCallback(handle, HighsLibrary.SIMPLEX_INTERRUPT);
    library.Highs_startCallback(handle, HighsLibrary.IPM_INTERRUPT);
    library.Highs_startCallback(handle, HighsLibrary.MIP_IMPROVING_SOLUTION);
    library.Highs_startCallback(handle, HighsLibrary.MIP_LOGGING);
    library.Highs_startCallback(handle, HighsLibrary.MIP_INTERRUPT);
    library.Highs_run(handle);
    Verdict verdict = Verdict.of(library.Highs_getModelStatus(handle));
    if (verdict == Verdict.FAILED && !listener.isStopped()) {
      set("presolve", "off"); // where most of its failures come from
      set("time_limit", secondsLeft() + library.Highs_getRunTime(handle));
      library.Highs_run(handle);
      verdict = Verdict.of(library.Highs_getModelStatus(handle));
    }
    return verdict;
  }

  private double secondsLeft() {
    return Math.max(0.001, listener.secondsLeft() - stages.reserve());
  }

  /** The best point, or null if there is none; its prices are wanted for linear programs only. */
  @Nullable Point point() {
    int[] status = new int[1];
    library.Highs_getIntInfoValue(handle, "primal_solution_status", status);
    if (status[0] != FEASIBLE_POINT) {
      return null;
    }
    double[] values = new double[model.columns()];
    double[] reducedCosts = new double[model.columns()];
    double[] activities = new double[model.rows()];
    double[] prices = new double[model.rows()];
    int got = library.Highs_getSolution(handle, values, reducedCosts, activities, prices);
    return got == HighsLibrary.ERROR
        ? null
        : new Point(values, new LinearDuals(prices, reducedCosts));
  }

  /** Values of the columns and, of a linear program, prices. */
  static final class Point {
    final double[] values;
    final LinearDuals duals;

    Point(double[] values, LinearDuals duals) {
      this.values = values;
      this.duals = duals;
    }
  }

  double info(String name) {
    double[] value = {Double.NaN};
    library.Highs_getDoubleInfoValue(handle, name, value);
    return value[0];
  }

  long nodes() {
    long[] value = new long[1];
    library.Highs_getInt64InfoValue(handle, "mip_node_count", value);
    return Math.max(0, value[0]);
  }

  @Override
  public void close() {
    library.Highs_destroy(handle);
    if (threaded) {
      library.Highs_resetGlobalScheduler(1); // ends the threads that it has started
    }
  }
}
