package io.synkro.predict.optimize.production;

import io.synkro.predict.optimize.engine.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Proves how good the best plan is, and finds better ones: branch and bound on the set-ups, the
 * part with the lowest bound first. What to branch on is decided by how much it raised the bounds
 * so far, after a trial of what is not known yet. Source: Achterberg, Koch &amp; Martin (2005),
 * "Branching rules revisited", Operations Research Letters 33, <a
 * href="https://doi.org/10.1016/j.orl.2004.04.002">doi:10.1016/j.orl.2004.04.002</a>.
 */
final class SetupTree {
  /** Most rounds of pricing for the bound of a part, and for a trial. */
  private static final int ROUNDS = 200;

  private static final int TRIAL_ROUNDS = 6;

  /** Rounds at the root until the mixture is rounded for a first plan. */
  private static final int FIRST_ROUNDS = 30;

  /** Share of the bound that makes more rounds worth while at the root. */
  private static final double WORTH = 1e-6;

  /** Most set-ups that are tried before a part is divided, and from how many trials on none is. */
  private static final int TRIALS = 8;

  private static final int RELIABLE = 3;

  /** Set-ups that a part may be divided by. */
  private static final int KEPT = 16;

  private static final double WHOLE = 1e-5;

  /** Shares from which set-ups are taken, from the first to the last while there is no plan. */
  private static final double HALF = 0.5;

  private static final double LEAST_SHARE = 0.005;

  private final LotData data;
  private final Deadline deadline;
  private final Incumbent incumbent;
  private final Pricing pricing;
  private final LotFlow empty;
  private final LotFlow rounded;
  private final PriorityQueue<Part> open =
      new PriorityQueue<>(
          Comparator.comparingDouble((Part part) -> part.bound).thenComparingInt(part -> part.id));
  private final double[] gains;
  private final int[] counts;
  private int parts;

  /** Least bound of what was decided but could not be finished. */
  private double abandoned = Double.POSITIVE_INFINITY;

  private Pricing.Bound root;

  SetupTree(LotData data, Deadline deadline, Incumbent incumbent) {
    this.data = data;
    this.deadline = deadline;
    this.incumbent = incumbent;
    this.pricing = new Pricing(data, deadline);
    this.empty = new LotFlow(data, deadline);
    this.rounded = new LotFlow(data, deadline);
    gains = new double[2 * data.items * data.periods];
    counts = new int[gains.length];
    root = pricing.nothing();
  }

  /** A set-up to branch on and how far it is in the mixture. */
  private record Choice(int item, int period, double share) {
    double balance() {
      return Math.min(share, 1 - share);
    }
  }

  private record Part(
      int id, Fixings fixings, double bound, Pricing.Bound found, List<Choice> choices) {}

  /** Bounds the whole problem. */
  void start() {
    Fixings fixings = new Fixings(data);
    double before;
    do {
      before = root.value;
      root = pricing.bound(fixings, root, incumbent.cutoff(), FIRST_ROUNDS);
      if (root.shares != null) {
        round(fixings, root.shares);
      }
    } while (root.value - before > WORTH * Math.abs(root.value) && !deadline.isOver());
    keep(fixings, root, root.value);
  }

  boolean isDone() {
    return openBound() >= incumbent.cutoff();
  }

  private double openBound() {
    Part next = open.peek();
    return Math.min(abandoned, next == null ? Double.POSITIVE_INFINITY : next.bound);
  }

  int parts() {
    return parts;
  }

  double[] rootPrices() {
    return root.prices;
  }

  /** The mixture seen last with its shares rounded, which may be infeasible. */
  LotFlow rounded() {
    return rounded;
  }

  /** What no plan costs less than. */
  double lowerBound() {
    return Math.min(openBound(), incumbent.cutoff());
  }

  /** Divides so many parts. */
  void run(int count) {
    for (int k = 0; k < count && !open.isEmpty() && !isDone() && !deadline.isOver(); k++) {
      Part part = open.remove();
      if (!divide(part)) {
        open.add(part); // time is up
      }
    }
  }

  private boolean divide(Part part) {
    Choice choice = choose(part);
    Fixings on = decided(part, choice, true);
    Fixings off = decided(part, choice, false);
    Pricing.Bound with = pricing.bound(on, part.found, incumbent.cutoff(), ROUNDS);
    Pricing.Bound without = pricing.bound(off, part.found, incumbent.cutoff(), ROUNDS);
    if (deadline.isOver()) {
      return false;
    }
    learn(choice, true, with.value - part.bound);
    learn(choice, false, without.value - part.bound);
    keep(on, with, part.bound);
    keep(off, without, part.bound);
    return true;
  }

  private static Fixings decided(Part part, Choice choice, boolean on) {
    Fixings fixings = part.fixings.copy();
    if (on) {
      fixings.force(choice.item, choice.period);
    } else {
      fixings.forbid(choice.item, choice.period);
    }
    return fixings;
  }

  private void keep(Fixings fixings, Pricing.Bound bound, double parent) {
    parts++;
    double value = Math.max(bound.value, parent);
    double[] shares = bound.shares;
    if (shares == null || value >= incumbent.cutoff()) {
      return;
    }
    round(fixings, shares);
    pricing.fix(fixings, bound.prices, incumbent.cutoff());
    List<Choice> choices = choices(fixings, shares);
    if (choices.isEmpty()) {
      if (!solve(fixings)) {
        abandoned = Math.min(abandoned, value);
      }
      return;
    }
    open.add(new Part(parts, fixings, value, bound, choices));
  }

  private List<Choice> choices(Fixings fixings, double[] shares) {
    List<Choice> all = new ArrayList<>();
    for (int i = 0; i < data.items; i++) {
      for (int t = 0; t < data.periods; t++) {
        if (fixings.isFree(i, t)) {
          all.add(new Choice(i, t, shares[i * data.periods + t]));
        }
      }
    }
    all.sort(Comparator.comparingDouble(choice -> -choice.balance()));
    List<Choice> best = new ArrayList<>();
    for (Choice choice : all) {
      if (best.isEmpty() || (choice.balance() > WHOLE && best.size() < KEPT)) {
        best.add(choice);
      }
    }
    return best;
  }

  private void round(Fixings fixings, double[] shares) {
    double least = HALF;
    do {
      take(fixings, shares, least);
      incumbent.offer(rounded);
      least /= 4;
    } while (!incumbent.isFound() && least > LEAST_SHARE && !deadline.isOver());
  }

  /** Everything is decided; returns whether the best quantities were found. */
  private boolean solve(Fixings fixings) {
    boolean exact = take(fixings, new double[data.items * data.periods], HALF);
    incumbent.offer(rounded);
    return exact;
  }

  private boolean take(Fixings fixings, double[] shares, double least) {
    rounded.copy(empty);
    for (int i = 0; i < data.items; i++) {
      for (int t = 0; t < data.periods; t++) {
        boolean wanted = fixings.isForced(i, t) || shares[i * data.periods + t] >= least;
        if (wanted && !fixings.isForbidden(i, t) && rounded.hasRoom(i, t + 1)) {
          rounded.add(i, t + 1);
        }
      }
    }
    rounded.fill();
    return rounded.optimize();
  }

  private void learn(Choice choice, boolean on, double gain) {
    int key = key(choice, on);
    double distance = Math.max(WHOLE, on ? 1 - choice.share : choice.share);
    double most = Math.max(0, incumbent.cutoff() - lowerBound());
    gains[key] += Math.max(0, Math.min(gain, 2 * most + 1)) / distance;
    counts[key]++;
  }

  private int key(Choice choice, boolean on) {
    return 2 * (choice.item * data.periods + choice.period) + (on ? 1 : 0);
  }

  private Choice choose(Part part) {
    Choice best = part.choices.get(0);
    double most = -1;
    int trials = 0;
    for (Choice choice : part.choices) {
      boolean known =
          counts[key(choice, true)] >= RELIABLE && counts[key(choice, false)] >= RELIABLE;
      if (!known && trials < TRIALS) {
        trials++;
        attempt(part, choice, true);
        attempt(part, choice, false);
      }
      double score =
          Math.max(1e-6, expected(choice, true)) * Math.max(1e-6, expected(choice, false));
      if (score > most) {
        most = score;
        best = choice;
      }
    }
    return best;
  }

  private double expected(Choice choice, boolean on) {
    int key = key(choice, on);
    double mean = counts[key] == 0 ? 0 : gains[key] / counts[key];
    return mean * (on ? 1 - choice.share : choice.share);
  }

  private void attempt(Part part, Choice choice, boolean on) {
    Fixings fixings = decided(part, choice, on);
    Pricing.Bound bound = pricing.bound(fixings, part.found, incumbent.cutoff(), TRIAL_ROUNDS);
    learn(choice, on, bound.value - part.bound);
  }
}
