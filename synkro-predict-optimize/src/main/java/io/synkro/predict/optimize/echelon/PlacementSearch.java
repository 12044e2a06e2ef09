package io.synkro.predict.optimize.echelon;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Branch and bound over a spanning-tree relaxation for networks that are no trees: the links
 * outside the tree are left out at a price, and where S_i &gt; SI_j on such a link, one branch has
 * S_i ≤ t and the other SI_j ≥ t + 1. Every plan of the network lies in one of the two. The open
 * branch with the least bound comes next. Source: Humair &amp; Willems (2011), Optimizing strategic
 * safety stock placement in general acyclic networks, Operations Research 59(3), there without
 * prices.
 */
final class PlacementSearch {
  private static final int FIRST_STEPS = 300;
  private static final int STEPS = 25;

  /** Steps without a better bound after which the step length is halved. */
  private static final int PATIENCE = 8;

  private final ServiceModel model;
  private final PlacementLimits limits;
  private final int[] left;
  private final TreeProgram program;
  private final PlanImprovement improvement;
  private final PriorityQueue<Branch> open =
      new PriorityQueue<>(
          Comparator.comparingDouble(Branch::bound).thenComparingInt(Branch::number));
  private int[] plan;
  private double cost;
  private int relaxations;
  private int branches;

  PlacementSearch(ServiceModel model, PlacementLimits limits) {
    this.model = model;
    this.limits = limits;
    boolean[] tree = SpanningTree.of(model);
    left = SpanningTree.rest(tree);
    program = new TreeProgram(model, tree);
    improvement = new PlanImprovement(model);
    plan = new int[model.size()]; // everybody delivers from stock
    cost = model.cost(plan);
  }

  /** A part of all plans that is still to be searched. */
  private record Branch(double bound, int number, TimeRanges ranges, TimePrices prices) {}

  /** What a number of steps on the prices found. */
  private record Relaxed(double bound, TimePrices prices, TreeProgram.Solution solution) {}

  /** The outbound times of the best plan found so far. */
  int[] plan() {
    return plan.clone();
  }

  /** Searches, and returns the cost below which no plan can get. */
  double run() {
    open.add(new Branch(0, branches++, TimeRanges.all(model), TimePrices.zero(model, left)));
    while (!open.isEmpty()) {
      Branch branch = open.remove();
      if (isGoodEnough(branch.bound()) || isSpent()) {
        return Math.min(cost, branch.bound());
      }
      Relaxed relaxed = relax(branch);
      if (relaxed.bound() < cost && !agrees(relaxed)) {
        split(branch, relaxed);
      }
    }
    return cost;
  }

  private boolean isSpent() {
    return relaxations >= limits.relaxations();
  }

  private boolean isGoodEnough(double bound) {
    return cost - bound <= limits.gap() * cost;
  }

  private static boolean agrees(Relaxed relaxed) {
    return relaxed.prices().distance(relaxed.solution()) == 0;
  }

  /** Raises the bound of a branch by subgradient steps of Polyak's length on the prices. */
  private Relaxed relax(Branch branch) {
    TimePrices prices = branch.prices().within(branch.ranges());
    Relaxed best = new Relaxed(Double.NEGATIVE_INFINITY, prices, solve(branch, prices));
    TreeProgram.Solution solution = best.solution();
    double share = 1;
    int waited = 0;
    int steps = branch.number() == 0 ? FIRST_STEPS : STEPS;
    for (int step = 0; ; step++) {
      offer(solution.outbound());
      if (solution.value() > best.bound()) {
        best = new Relaxed(solution.value(), prices, solution);
        waited = 0;
      } else if (++waited % PATIENCE == 0) {
        share /= 2;
      }
      double distance = prices.distance(solution);
      boolean enough = step == steps || isSpent() || isGoodEnough(best.bound());
      if (enough || distance == 0) {
        break;
      }
      prices = prices.moved(solution, share * (cost - solution.value()) / distance);
      solution = solve(branch, prices);
    }
    return new Relaxed(Math.max(best.bound(), branch.bound()), best.prices(), best.solution());
  }

  private TreeProgram.Solution solve(Branch branch, TimePrices prices) {
    relaxations++;
    return program.solve(branch.ranges(), prices);
  }

  private void offer(int[] outbound) {
    int[] candidate = improvement.improved(improvement.repaired(outbound));
    double candidateCost = model.cost(candidate);
    if (candidateCost < cost) {
      cost = candidateCost;
      plan = candidate;
    }
  }

  private void split(Branch branch, Relaxed relaxed) {
    for (TimeRanges part : parts(branch.ranges(), relaxed.solution())) {
      open.add(new Branch(relaxed.bound(), branches++, part, relaxed.prices()));
    }
  }

  private List<TimeRanges> parts(TimeRanges ranges, TreeProgram.Solution solution) {
    int worst = worstLink(solution);
    if (worst >= 0) {
      int supplier = model.network().supplier(worst);
      int customer = model.network().customer(worst);
      int in = solution.inbound(customer);
      int at = in + (solution.outbound(supplier) - in - 1) / 2;
      return ranges.splitByLink(supplier, customer, at);
    }
    int widest = widestSupplier(ranges);
    if (widest < 0) {
      return List.of();
    }
    int low = ranges.lowOut(widest);
    return ranges.splitByStage(widest, low + (ranges.highOut(widest) - low - 1) / 2);
  }

  /** The link left out whose customer would need the most dearer stock; -1 if all are kept. */
  private int worstLink(TreeProgram.Solution solution) {
    int worst = -1;
    double most = 0;
    for (int e : left) {
      int customer = model.network().customer(e);
      int out = solution.outbound(model.network().supplier(e));
      int in = solution.inbound(customer);
      int rest = model.processing(customer) - solution.outbound(customer);
      if (out > in) {
        double dearer = model.cost(customer, out + rest) - model.cost(customer, in + rest);
        if (worst < 0 || dearer > most) {
          worst = e;
          most = dearer;
        }
      }
    }
    return worst;
  }

  /** The supplier of a link left out whose time is least known; -1 if all are known. */
  private int widestSupplier(TimeRanges ranges) {
    int widest = -1;
    int width = 0;
    for (int e : left) {
      int supplier = model.network().supplier(e);
      int own = ranges.highOut(supplier) - ranges.lowOut(supplier);
      if (own > width) {
        widest = supplier;
        width = own;
      }
    }
    return widest;
  }
}
