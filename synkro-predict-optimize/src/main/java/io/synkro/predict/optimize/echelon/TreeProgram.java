package io.synkro.predict.optimize.echelon;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The dynamic program over a spanning tree: exact for a tree, a lower bound for a network some of
 * whose links it leaves out. Stages are taken from the leaves towards a root; each tells the next
 * the least cost of all behind it for every time on the link between them. Source: Graves &amp;
 * Willems (2000), section 5, and the erratum (2003), Manufacturing &amp; Service Operations
 * Management 5(2). Minima over "this time or shorter" are kept running, so that a stage costs the
 * product of its inbound and outbound times whatever its number of neighbours.
 */
final class TreeProgram {
  private final ServiceModel model;
  private final int[] order;
  private final int[] parent;
  private final boolean[] suppliesParent;
  private final double[][] message;
  private final int[][] choice;
  private final int[][] otherSide;

  /**
   * Prepares the program.
   *
   * @param model the network
   * @param inTree which links make up the tree
   */
  TreeProgram(ServiceModel model, boolean[] inTree) {
    this.model = model;
    int n = model.size();
    order = new int[n];
    parent = new int[n];
    suppliesParent = new boolean[n];
    message = new double[n][];
    choice = new int[n][];
    otherSide = new int[n][];
    root(inTree);
  }

  /** Times and what they cost, prices included; the inbound times may exceed what is needed. */
  static final class Solution {
    private final double value;
    private final int[] outbound;
    private final int[] inbound;

    private Solution(double value, int[] outbound, int[] inbound) {
      this.value = value;
      this.outbound = outbound;
      this.inbound = inbound;
    }

    double value() {
      return value;
    }

    int outbound(int stage) {
      return outbound[stage];
    }

    int inbound(int stage) {
      return inbound[stage];
    }

    int[] outbound() {
      return outbound.clone();
    }
  }

  /**
   * Finds the cheapest times.
   *
   * @param ranges where each time may lie, none empty
   * @param prices what to add to the cost for each time
   * @return the times; the value is infinite if the ranges allow none
   */
  Solution solve(TimeRanges ranges, TimePrices prices) {
    for (int i = order.length - 1; i > 0; i--) {
      int k = order[i];
      double[] in = prices.inbound(k, ranges.highIn(k));
      double[] out = prices.outbound(k, ranges.highOut(k));
      addMessages(k, in, out);
      if (suppliesParent[k]) {
        byOutbound(k, ranges, in, out);
        runningForward(k, ranges.highIn(parent[k]));
      } else {
        byInbound(k, ranges, in, out);
        runningBackward(k, ranges.highOut(parent[k]));
      }
    }
    return trace(ranges, prices);
  }

  private void root(boolean[] inTree) {
    Topology network = model.network();
    Arrays.fill(parent, -1);
    Deque<Integer> next = new ArrayDeque<>();
    next.add(0);
    int count = 0;
    while (!next.isEmpty()) {
      int k = next.remove();
      order[count++] = k;
      for (int e : network.linksTo(k)) {
        int supplier = network.supplier(e);
        if (inTree[e] && supplier != parent[k]) {
          parent[supplier] = k;
          suppliesParent[supplier] = true;
          next.add(supplier);
        }
      }
      for (int e : network.linksFrom(k)) {
        int customer = network.customer(e);
        if (inTree[e] && customer != parent[k]) {
          parent[customer] = k;
          next.add(customer);
        }
      }
    }
  }

  /** Children come after their parent in the order; their messages were sent before. */
  private void addMessages(int k, double[] in, double[] out) {
    Topology network = model.network();
    for (int e : network.linksTo(k)) {
      int child = network.supplier(e);
      if (parent[child] == k && suppliesParent[child]) {
        add(in, message[child]);
      }
    }
    for (int e : network.linksFrom(k)) {
      int child = network.customer(e);
      if (parent[child] == k && !suppliesParent[child]) {
        add(out, message[child]);
      }
    }
  }

  private static void add(double[] sum, double[] more) {
    for (int t = 0; t < sum.length; t++) {
      sum[t] += more[t];
    }
  }

  private void byOutbound(int k, TimeRanges ranges, double[] in, double[] out) {
    double[] best = new double[out.length];
    int[] bestIn = new int[out.length];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    double factor = model.costFactor(k);
    double[] roots = model.roots();
    int processing = model.processing(k);
    for (int s = ranges.lowOut(k); s < out.length; s++) {
      for (int si = Math.max(ranges.lowIn(k), s - processing); si < in.length; si++) {
        double cost = factor * roots[si + processing - s] + in[si];
        if (cost < best[s]) {
          best[s] = cost;
          bestIn[s] = si;
        }
      }
      best[s] += out[s];
    }
    message[k] = best;
    otherSide[k] = bestIn;
  }

  private void byInbound(int k, TimeRanges ranges, double[] in, double[] out) {
    double[] best = new double[in.length];
    int[] bestOut = new int[in.length];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    double factor = model.costFactor(k);
    double[] roots = model.roots();
    int processing = model.processing(k);
    for (int si = ranges.lowIn(k); si < in.length; si++) {
      int last = Math.min(out.length - 1, si + processing);
      for (int s = ranges.lowOut(k); s <= last; s++) {
        double cost = factor * roots[si + processing - s] + out[s];
        if (cost < best[si]) {
          best[si] = cost;
          bestOut[si] = s;
        }
      }
      best[si] += in[si];
    }
    message[k] = best;
    otherSide[k] = bestOut;
  }

  /** A customer with inbound time t can use any outbound time up to t. */
  private void runningForward(int k, int last) {
    double[] running = new double[last + 1];
    int[] argument = new int[last + 1];
    double best = Double.POSITIVE_INFINITY;
    int bestAt = 0;
    for (int t = 0; t <= last; t++) {
      if (t < message[k].length && message[k][t] < best) {
        best = message[k][t];
        bestAt = t;
      }
      running[t] = best;
      argument[t] = bestAt;
    }
    message[k] = running;
    choice[k] = argument;
  }

  /** A supplier with outbound time t can serve any inbound time from t on. */
  private void runningBackward(int k, int last) {
    double[] running = new double[last + 1];
    int[] argument = new int[last + 1];
    double best = Double.POSITIVE_INFINITY;
    int bestAt = 0;
    for (int t = Math.max(last, message[k].length - 1); t >= 0; t--) {
      if (t < message[k].length && message[k][t] <= best) {
        best = message[k][t];
        bestAt = t;
      }
      if (t <= last) {
        running[t] = best;
        argument[t] = bestAt;
      }
    }
    message[k] = running;
    choice[k] = argument;
  }

  private Solution trace(TimeRanges ranges, TimePrices prices) {
    int root = order[0];
    double[] in = prices.inbound(root, ranges.highIn(root));
    double[] out = prices.outbound(root, ranges.highOut(root));
    addMessages(root, in, out);
    byInbound(root, ranges, in, out);
    int[] outbound = new int[order.length];
    int[] inbound = new int[order.length];
    for (int si = 1; si < in.length; si++) {
      if (message[root][si] < message[root][inbound[root]]) {
        inbound[root] = si;
      }
    }
    double value = message[root][inbound[root]];
    outbound[root] = otherSide[root][inbound[root]];
    for (int i = 1; i < order.length; i++) {
      int k = order[i];
      if (suppliesParent[k]) {
        outbound[k] = choice[k][inbound[parent[k]]];
        inbound[k] = otherSide[k][outbound[k]];
      } else {
        inbound[k] = choice[k][outbound[parent[k]]];
        outbound[k] = otherSide[k][inbound[k]];
      }
    }
    return new Solution(value, outbound, inbound);
  }
}
