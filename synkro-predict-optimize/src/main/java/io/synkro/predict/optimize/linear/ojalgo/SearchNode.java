package io.synkro.predict.optimize.linear.ojalgo;

import org.jspecify.annotations.Nullable;

/** A part of the search: that of its parent with other bounds of one column. */
final class SearchNode implements Comparable<SearchNode> {
  final @Nullable SearchNode parent;
  final int depth;
  final Branch branch;

  /** No point of this part is below: at first what the parent proved, then what it proves. */
  double bound;

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

  /** Best bound first; of equal ones the deeper, which is closer to an incumbent. */
  @Override
  public int compareTo(SearchNode other) {
    int byBound = Double.compare(bound, other.bound);
    return byBound != 0 ? byBound : Integer.compare(other.depth, depth);
  }
}
