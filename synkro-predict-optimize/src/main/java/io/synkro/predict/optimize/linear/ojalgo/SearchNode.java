package io.synkro.predict.optimize.linear.ojalgo;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A part of the search: that of its parent with other bounds of one column. */
final class SearchNode {
  /** Best bound first; of equal ones the deeper, which is closer to an incumbent. */
  static final Comparator<SearchNode> BEST_FIRST =
      Comparator.<SearchNode>comparingDouble(node -> node.bound)
          .thenComparing(Comparator.<SearchNode>comparingInt(node -> node.depth).reversed());

  final @Nullable SearchNode parent;
  final int depth;
  final Branch branch;

  /** No point of this part is below: at first what the parent proved, then what it proves. */
  double bound;

  /** The bound of its own program, before it is raised to an objective that points can have. */
  double relaxed = Double.NEGATIVE_INFINITY;

  /** Which column gets which bounds, and by how much that moves it from where it was. */
  record Branch(int column, double lower, double upper, double moved) {
    static final Branch NONE = new Branch(-1, 0, 0, 0);

    void applyTo(Box box) {
      if (column >= 0) {
        box.lower[column] = Math.max(box.lower[column], lower);
        box.upper[column] = Math.min(box.upper[column], upper);
      }
    }
  }

  SearchNode(@Nullable SearchNode parent, Branch branch) {
    this.parent = parent;
    this.branch = branch;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.bound = parent == null ? Double.NEGATIVE_INFINITY : parent.bound;
  }

  /** Narrows the root's box to this part. */
  void applyTo(Box box) {
    for (SearchNode node = this; node != null; node = node.parent) {
      node.branch.applyTo(box);
    }
  }
}
