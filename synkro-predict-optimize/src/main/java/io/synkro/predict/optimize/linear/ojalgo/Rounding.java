package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import java.util.stream.IntStream;

/**
 * Makes points of the solutions of programs: fixes one integer column after the other, draws the
 * conclusions each time, and lets a program choose the rest. Source: Salvagnin &amp; Roberti
 * (2024), "A fix-propagate-repair heuristic for mixed integer programming",
 * doi:10.1007/s12532-024-00269-5, without the repair.
 */
final class Rounding {
  /** What fractions from here on are rounded up to the next whole number. */
  enum Mode {
    NEAREST(0.5),
    UP(0.05);

    private final double from;

    Mode(double from) {
      this.from = from;
    }
  }

  private final LinearModel model;
  private final Propagation propagation;
  private final NodeProgram program;
  private final Incumbent incumbent;

  Rounding(LinearModel model, NodeProgram program, Incumbent incumbent) {
    this.model = model;
    this.propagation = new Propagation(model);
    this.program = program;
    this.incumbent = incumbent;
  }

  /** Tries to make a point near {@code x} within a box; the incumbent takes it if it is better. */
  boolean attempt(Box box, double[] x, Mode mode) {
    Box trial = box.copy();
    int[] order =
        IntStream.range(0, x.length)
            .filter(j -> model.isInteger(j) && !trial.isFixed(j))
            .boxed()
            .sorted((a, b) -> Double.compare(distance(x[a]), distance(x[b])))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int column : order) {
      if (!trial.isFixed(column) && !fix(trial, column, x[column], mode)) {
        return false;
      }
    }
    return program.tried(trial) && incumbent.offer(program.x());
  }

  private static double distance(double value) {
    return Math.abs(value - Math.rint(value));
  }

  private boolean fix(Box trial, int column, double value, Mode mode) {
    double floor = Math.floor(value + Branching.INTEGRALITY);
    boolean up = value - floor >= mode.from;
    double first = trial.clamp(column, up ? floor + 1 : floor);
    double second = trial.clamp(column, up ? floor : floor + 1);
    Box before = trial.copy();
    if (fixed(trial, column, first)) {
      return true;
    }
    trial.become(before);
    return first != second && fixed(trial, column, second);
  }

  private boolean fixed(Box trial, int column, double value) {
    trial.lower[column] = value;
    trial.upper[column] = value;
    return propagation.from(trial, column);
  }
}
