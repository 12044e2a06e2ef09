package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.ojalgo.SearchNode.Branch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tries both children of the most promising columns before one is chosen, as long as little is
 * known of them. A child that turns out to have nothing better is taken off the box at once.
 */
final class StrongBranching {
  private static final int CANDIDATES = 8;
  private static final int DEPTH = 10;

  private final LinearModel model;
  private final Branching branching;
  private final NodeProgram program;
  private final Incumbent incumbent;
  private Branch narrowing = Branch.NONE;

  StrongBranching(
      LinearModel model, Branching branching, NodeProgram program, Incumbent incumbent) {
    this.model = model;
    this.branching = branching;
    this.program = program;
    this.incumbent = incumbent;
  }

  /** What the last choice has taken off the box instead of choosing; of column -1 if nothing. */
  Branch narrowing() {
    return narrowing;
  }

  /** Chooses a column whose value is not whole. */
  int choose(SearchNode node, Box box, double[] x) {
    narrowing = Branch.NONE;
    List<Integer> columns = new ArrayList<>();
    for (int j = 0; j < model.columns(); j++) {
      if (branching.isFractional(j, x[j])) {
        columns.add(j);
      }
    }
    Comparator<Integer> byScore =
        Comparator.comparingDouble(column -> -branching.score(column, x[column]));
    columns.sort(byScore);
    if (node.depth <= DEPTH) {
      List<Integer> tried = columns.subList(0, Math.min(CANDIDATES, columns.size()));
      for (int column : tried) {
        if (!branching.isKnown(column) && probe(node, box, column, x[column])) {
          return column;
        }
      }
      tried.sort(byScore);
    }
    return columns.get(0);
  }

  private boolean probe(SearchNode node, Box box, int column, double value) {
    double floor = Math.floor(value);
    Branch down = new Branch(column, box.lower[column], floor, floor - value);
    Branch up = new Branch(column, floor + 1, box.upper[column], floor + 1 - value);
    if (isWorthless(node, box, down)) {
      narrowing = new Branch(column, up.lower(), up.upper(), 0);
      return true;
    }
    if (isWorthless(node, box, up)) {
      narrowing = new Branch(column, down.lower(), down.upper(), 0);
      return true;
    }
    return false;
  }

  private boolean isWorthless(SearchNode node, Box box, Branch branch) {
    Box child = box.copy();
    branch.applyTo(child);
    if (!program.tried(child)) {
      return false;
    }
    branching.observe(branch, program.bound() - node.relaxed);
    return incumbent.raised(program.bound()) >= incumbent.cutoff();
  }
}
