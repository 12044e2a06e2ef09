package io.synkro.predict.optimize.highs;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * The stages of HiGHS 1.12 that look at no clock and call nobody back, and whether a time limit has
 * room for them. All rates were measured on two busy cores with planning models of 0.8 and 1.1
 * million coefficients.
 *
 * <ul>
 *   <li>The search for dominated columns in presolve ({@code HPresolve::dominatedColumns}) compares
 *       each column with all of a row, the shortest in which it stands with either sign: 0.76
 *       thousand million steps took 50 to 140 seconds. No option leaves out this part of presolve.
 *   <li>The feasibility jump copies the model row by row: 5 to 9 seconds for 0.8 million
 *       coefficients.
 *   <li>Copying the model and setting up the root take 1.5 to 4 seconds for a million coefficients;
 *       without them nothing can be solved.
 * </ul>
 */
final class UntimedStages {
  /** These many take 0.02 to 0.05 seconds. */
  private static final double DOMINATION_STEPS_PER_SECOND = 250_000;

  private static final double JUMP_COEFFICIENTS_PER_SECOND = 10_000;
  private static final double SETUP_COEFFICIENTS_PER_SECOND = 150_000;

  /** Fewer are set up in a tenth of a second or two. */
  private static final int ALWAYS_SET_UP = 100_000;

  /** What a step of the simplex method and the end of a run take past the limit. */
  private static final double SECONDS_PER_COEFFICIENT = 3e-7;

  private static final double MOST_RESERVE = 0.05;

  private final LinearModel model;
  private final double limit;

  UntimedStages(LinearModel model, LinearOptions options) {
    this.model = model;
    this.limit = options.timeLimit().toNanos() / 1e9;
  }

  /** Returns why the model cannot even be set up within the limit; empty if it can. */
  Optional<String> refusal() {
    int coefficients = model.matrix().nonzeros();
    double seconds = coefficients / SETUP_COEFFICIENTS_PER_SECOND;
    if (coefficients <= ALWAYS_SET_UP || seconds <= limit) {
      return Optional.empty();
    }
    return Optional.of(
        "The model has %d coefficients; within %.3f s it takes at most %.0f, so allow %.1f s"
            .formatted(
                coefficients,
                limit,
                Math.max(ALWAYS_SET_UP, limit * SETUP_COEFFICIENTS_PER_SECOND),
                Math.ceil(10 * seconds) / 10));
  }

  /** Returns whether presolve would spend no more than a few hundredths of the limit unheard. */
  boolean hasRoomForPresolve() {
    return dominationSteps() <= limit * DOMINATION_STEPS_PER_SECOND;
  }

  /** Returns whether the feasibility jump would. */
  boolean hasRoomForJump() {
    return model.matrix().nonzeros() <= limit * JUMP_COEFFICIENTS_PER_SECOND;
  }

  /** Returns how long before the limit HiGHS is to end, in seconds. */
  double reserve() {
    return Math.min(MOST_RESERVE * limit, SECONDS_PER_COEFFICIENT * model.matrix().nonzeros());
  }

  /** Sums, over columns, the lengths of the rows that each is compared along. */
  double dominationSteps() {
    SparseMatrix matrix = model.matrix();
    int[] rising = new int[model.columns()];
    int[] falling = new int[model.columns()];
    Arrays.fill(rising, Integer.MAX_VALUE);
    Arrays.fill(falling, Integer.MAX_VALUE);
    for (int r = 0; r < model.rows(); r++) {
      int length = matrix.end(r) - matrix.start(r);
      double sign = Double.isFinite(model.rowUpper(r)) ? 1 : -1;
      for (int e = matrix.start(r); length > 2 && e < matrix.end(r); e++) {
        int[] shortest = sign * matrix.value(e) > 0 ? rising : falling;
        shortest[matrix.index(e)] = Math.min(shortest[matrix.index(e)], length);
      }
    }
    return sum(rising) + sum(falling);
  }

  private static double sum(int[] lengths) {
    double sum = 0;
    for (int length : lengths) {
      sum += length == Integer.MAX_VALUE ? 0 : length;
    }
    return sum;
  }
}
