package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.internal.IntArray;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.Arrays;

/**
 * The blocks of a problem: lines that lanes join, and every other line by itself. Immutable after
 * it is made.
 */
final class Blocks {
  private static final int[] NONE = {};

  final int count;
  final int mostLines;

  /** Positions of lines in the problem, block by block. */
  final int[] order;

  /** By position in the problem: where a line is in that order. */
  final int[] place;

  /** By block: where its lines begin there; one more at the end. */
  final int[] first;

  /** By block: positions of its lanes in the problem. */
  private final int[][] lanes;

  Blocks(StockProblem problem) {
    int lines = problem.lines().size();
    int[] roots = roots(problem);
    IntArray[] members = new IntArray[lines];
    int blocks = 0;
    for (int i = 0; i < lines && !problem.lanes().isEmpty(); i++) {
      if (roots[i] == i) {
        members[i] = new IntArray();
      }
      members[roots[i]].add(i);
    }
    this.order = new int[lines];
    int[] starts = new int[lines + 1];
    int[] blockOf = new int[lines];
    this.place = new int[lines];
    int most = 0;
    int placed = 0;
    for (int i = 0; i < lines; i++) {
      if (roots[i] == i) {
        int[] own = problem.lanes().isEmpty() ? new int[] {i} : members[i].toArray();
        for (int line : own) {
          blockOf[line] = blocks;
          place[line] = placed;
          order[placed++] = line;
        }
        most = Math.max(most, own.length);
        starts[++blocks] = placed;
      }
    }
    this.count = blocks;
    this.mostLines = most;
    this.first = Arrays.copyOf(starts, blocks + 1);
    this.lanes = problem.lanes().isEmpty() ? new int[0][] : lanes(problem, blockOf);
  }

  private int[][] lanes(StockProblem problem, int[] blockOf) {
    IntArray[] lists = new IntArray[count];
    for (int l = 0; l < problem.lanes().size(); l++) {
      int block = blockOf[problem.position(problem.lanes().get(l).from())];
      lists[block] = lists[block] == null ? new IntArray() : lists[block];
      lists[block].add(l);
    }
    int[][] found = new int[count][];
    for (int b = 0; b < count; b++) {
      found[b] = lists[b] == null ? NONE : lists[b].toArray();
    }
    return found;
  }

  /** Returns for each line the first of those that lanes join it with. */
  private static int[] roots(StockProblem problem) {
    int[] roots = new int[problem.lines().size()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = i;
    }
    for (Lane lane : problem.lanes()) {
      int a = root(roots, problem.position(lane.from()));
      int b = root(roots, problem.position(lane.to()));
      roots[Math.max(a, b)] = Math.min(a, b);
    }
    for (int i = 0; i < roots.length; i++) {
      roots[i] = root(roots, i);
    }
    return roots;
  }

  private static int root(int[] roots, int line) {
    int root = line;
    while (roots[root] != root) {
      roots[root] = roots[roots[root]]; // shortens the way for the next time
      root = roots[root];
    }
    return root;
  }

  /** Returns the positions of the lanes of a block. */
  int[] lanes(int block) {
    return lanes.length == 0 ? NONE : lanes[block];
  }
}
