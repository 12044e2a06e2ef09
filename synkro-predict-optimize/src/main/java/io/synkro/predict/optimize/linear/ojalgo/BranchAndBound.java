package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearDuals;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearSolution;
import io.synkro.predict.optimize.linear.ojalgo.SearchNode.Branch;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Searches the best point of a model: dives into one child of each node, and goes on with the best
 * bound when a dive ends. Each bound comes from {@link DualBound}, and a part without points was
 * proven to be so by {@link Propagation} or {@link Certificates}. A part that ojAlgo calls
 * infeasible without a proof is split further, and one that cannot be split keeps its bound.
 */
final class BranchAndBound {
  private static final int ROUNDING_EVERY = 25;
  private static final double LEAST_FIXED = 0.3;
  private static final int MOST_NODES_AROUND = 200;
  private static final int LEAST_PAUSE = 100;

  private final LinearModel model;
  private final Watch watch;
  private final Incumbent incumbent;
  private final NodeProgram program;
  private final Branching branching;
  private final StrongBranching strong;
  private final Propagation propagation;
  private final Rounding rounding;
  private final Box root;
  private final Box box;
  private final PriorityQueue<SearchNode> open = new PriorityQueue<>(SearchNode.BEST_FIRST);

  /** The least bound of all parts that are done. */
  private double closed = Double.POSITIVE_INFINITY;

  /** What parts that were called empty are proven not to be below: they ended at a cutoff. */
  private double claim = Double.POSITIVE_INFINITY;

  private boolean unbounded;
  private @Nullable SearchNode current;
  private long explored;
  private long nextAround = 1;
  private long pause = LEAST_PAUSE;

  /** The model may have more rows, such as cuts, than the one that incumbents are checked by. */
  BranchAndBound(LinearModel model, Incumbent incumbent, Watch watch) {
    this(model, new NodeProgram(model, watch), incumbent, watch);
  }

  private BranchAndBound(LinearModel model, NodeProgram program, Incumbent incumbent, Watch watch) {
    this.model = model;
    this.watch = watch;
    this.incumbent = incumbent;
    this.program = program;
    this.branching = new Branching(model);
    this.propagation = new Propagation(model);
    this.strong = new StrongBranching(model, branching, program, incumbent);
    this.rounding = new Rounding(model, program, incumbent);
    this.root = Box.of(model);
    this.box = root.copy();
  }

  /** Searches until all is proven or the watch stops it, beginning near a point if there is one. */
  void run(double @Nullable [] start) {
    Box narrow = root.copy();
    if (!propagation.all(narrow)) {
      return;
    }
    if (model.integerColumns() > 0) { // else prices would go to bounds that only rows imply
      root.become(narrow);
      if (start != null) {
        begin(start);
      }
    }
    box.become(root);
    search(this, Long.MAX_VALUE);
  }

  /** Goes from part to part, and tells the monitor what the whole search knows. */
  private void search(BranchAndBound whole, long mostNodes) {
    current = new SearchNode(null, Branch.NONE);
    while (current != null && explored < mostNodes && !watch.stopped()) {
      explored++;
      watch.countNode();
      SearchNode child = explore(current);
      current = child == null ? next() : child;
      watch.report(incumbent.objective(), whole.lowerBound());
    }
  }

  /**
   * Searches a small part around a solution of a program, for better points only: fixes the columns
   * that have the same whole value there and in the incumbent. Without an incumbent, those that are
   * whole there. Source: Danna, Rothberg &amp; Le Pape (2005), "Exploring relaxation induced
   * neighborhoods to improve MIP solutions", doi:10.1007/s10107-004-0518-7; Berthold (2014), "RENS:
   * the optimal rounding", doi:10.1007/s12532-013-0060-9.
   */
  private void searchAround(double[] x) {
    LinearSolution best = incumbent.best();
    BranchAndBound part = new BranchAndBound(model, program, incumbent, watch);
    part.box.become(box);
    int fixed = 0;
    for (int j = 0; j < x.length; j++) {
      double whole = best == null ? Math.rint(x[j]) : best.value(j);
      if (model.isInteger(j) && Math.abs(x[j] - whole) <= Branching.INTEGRALITY) {
        new Branch(j, whole, whole, 0).applyTo(part.box);
        fixed++;
      }
    }
    if (fixed < LEAST_FIXED * model.integerColumns() || !part.narrowed(-1)) {
      return;
    }
    part.root.become(part.box);
    part.nextAround = Long.MAX_VALUE;
    part.search(this, MOST_NODES_AROUND);
  }

  /** Takes a point as it is, or completes the integers that it gives. */
  private void begin(double[] start) {
    incumbent.offer(start);
    for (int j = 0; j < start.length; j++) {
      if (model.isInteger(j) && !Double.isNaN(start[j])) {
        double whole = box.clamp(j, Math.rint(start[j]));
        new Branch(j, whole, whole, 0).applyTo(box);
      }
    }
    if (propagation.all(box) && program.tried(box)) {
      rounding.attempt(box, program.x(), Rounding.Mode.NEAREST);
    }
  }

  /** Shadow prices of a linear program that was solved; null if there are integers. */
  @Nullable LinearDuals duals() {
    return model.integerColumns() > 0 ? null : program.duals();
  }

  /** Whether no part is left to be searched. */
  boolean isComplete() {
    return current == null && open.isEmpty();
  }

  /** Whether it is proven that the objective can fall for ever, if there are points. */
  boolean isUnbounded() {
    return unbounded;
  }

  /** What no point is below. */
  double lowerBound() {
    double bound = Math.min(closed, claim);
    bound = open.isEmpty() ? bound : Math.min(bound, open.peek().bound);
    return current == null ? bound : Math.min(bound, current.bound);
  }

  /** The most promising part, with its box; null if there is none. */
  private @Nullable SearchNode next() {
    while (!open.isEmpty()) {
      SearchNode node = open.poll();
      if (node.bound >= incumbent.cutoff()) {
        closed = Math.min(closed, node.bound);
        open.clear(); // all others are even higher
        return null;
      }
      box.become(root);
      node.applyTo(box);
      if (narrowed(-1)) {
        return node;
      }
    }
    return null;
  }

  /** Draws conclusions from one column, or from all if it is negative. False if nothing is left. */
  private boolean narrowed(int column) {
    double cutoff = incumbent.cutoff();
    propagation.cutoff(cutoff);
    if (Double.isFinite(cutoff)) {
      claim = incumbent.claim();
    }
    return column < 0 ? propagation.all(box) : propagation.from(box, column);
  }

  /** Solves a part. Returns the child to go on with, its box set; null if the part is done. */
  private @Nullable SearchNode explore(SearchNode node) {
    switch (program.solve(box, incumbent.cutoff())) {
      case EMPTY -> {
        return null;
      }
      case STOPPED -> {
        open.add(node);
        return null;
      }
      case UNSURE -> {
        unbounded = node.parent == null && program.isUnbounded();
        return unbounded ? null : split(node);
      }
      case SOLVED -> {}
    }
    node.relaxed = program.bound();
    node.bound = Math.max(node.bound, incumbent.raised(program.bound()));
    if (node.parent != null && Double.isFinite(node.parent.relaxed)) {
      branching.observe(node.branch, node.relaxed - node.parent.relaxed);
    }
    return node.bound >= incumbent.cutoff() ? close(node) : branch(node, program.x());
  }

  private @Nullable SearchNode close(SearchNode node) {
    closed = Math.min(closed, node.bound);
    return null;
  }

  private @Nullable SearchNode branch(SearchNode node, double[] x) {
    if (!branching.anyFractional(x)) {
      // with exact integers first: a small error of theirs weighs heavily in rows with large
      // factors
      if (!rounding.attempt(box, x, Rounding.Mode.NEAREST)) {
        incumbent.offer(x);
      }
      return close(node);
    }
    // prices and bound are those of this program until another one is solved
    if (program.dual().tighten(box, incumbent.cutoff())) {
      claim = incumbent.claim();
    }
    improve(x);
    int column = strong.choose(node, box, x);
    if (strong.narrowing().column() >= 0) {
      strong.narrowing().applyTo(box);
      SearchNode same = new SearchNode(node, strong.narrowing());
      return narrowed(column) ? same : null;
    }
    return branch(node, column, x[column]);
  }

  /** Tries to find better points near a solution of a program, less often if that is in vain. */
  private void improve(double[] x) {
    if (explored == 1) {
      rounding.attempt(box, x, Rounding.Mode.UP);
      rounding.attempt(box, x, Rounding.Mode.NEAREST);
    } else if (explored % ROUNDING_EVERY == 0) {
      boolean odd = explored / ROUNDING_EVERY % 2 == 1;
      rounding.attempt(box, x, odd ? Rounding.Mode.UP : Rounding.Mode.NEAREST);
    }
    if (explored >= nextAround) {
      double before = incumbent.objective();
      searchAround(x);
      pause = incumbent.objective() < before ? LEAST_PAUSE : 2 * pause;
      nextAround = explored + pause;
    }
  }

  private @Nullable SearchNode branch(SearchNode node, int column, double value) {
    double floor = Math.floor(value);
    Branch down = new Branch(column, box.lower[column], floor, floor - value);
    Branch up = new Branch(column, floor + 1, box.upper[column], floor + 1 - value);
    boolean upFirst = value - floor > 0.5;
    SearchNode first = new SearchNode(node, upFirst ? up : down);
    open.add(new SearchNode(node, upFirst ? down : up));
    first.branch.applyTo(box);
    return narrowed(column) ? first : null;
  }

  /** Splits a part without a solution of its program: halves the widest integer column. */
  private @Nullable SearchNode split(SearchNode node) {
    int widest = -1;
    for (int j = 0; j < model.columns(); j++) {
      if (model.isInteger(j)
          && box.upper[j] - box.lower[j] > (widest < 0 ? 0 : box.upper[widest] - box.lower[widest])
          && Double.isFinite(box.upper[j] - box.lower[j])) {
        widest = j;
      }
    }
    if (widest < 0) {
      return close(node);
    }
    return branch(node, widest, Math.floor((box.lower[widest] + box.upper[widest]) / 2) + 0.5);
  }
}
