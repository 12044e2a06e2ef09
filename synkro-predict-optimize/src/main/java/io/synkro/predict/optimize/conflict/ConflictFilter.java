package io.synkro.predict.optimize.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reduces a contradiction to limits and minimum stocks that are all needed. Used by one thread. */
final class ConflictFilter {
  /** Lines that are left out one by one to see whether they are needed. */
  private static final int MOST_LINES = 64;

  private final UsePass pass;
  private final HardLimits limits;
  private final double[] scales;
  private final int passes;
  private Proof proof;

  /**
   * Prepares.
   *
   * @param pass solves lines
   * @param limits hard limits
   * @param scales by row, the size of a limit
   * @param passes over the lines after which something counts as not proven
   * @param proof of the contradiction
   */
  ConflictFilter(UsePass pass, HardLimits limits, double[] scales, int passes, Proof proof) {
    this.pass = pass;
    this.limits = limits;
    this.scales = scales;
    this.passes = passes;
    this.proof = proof;
  }

  /**
   * Reduces a contradiction.
   *
   * @param situation in which it is proven
   * @return limits and lines
   */
  Conflict reduce(Situation situation) {
    Situation few = situation;
    if (proof.margin == Double.POSITIVE_INFINITY) {
      few = situation.withNeeds(List.of(hopeless(situation)));
    }
    List<Integer> rows = rows(few);
    few = only(few, rows);
    few = few.withNeeds(enough(few));
    boolean minimal = few.needs.size() <= MOST_LINES;
    if (minimal) {
      Situation last = few;
      few =
          few.withNeeds(
              new QuickXplain<LineNeed>(needs -> proves(last.withNeeds(needs))).reduce(few.needs));
    }
    return new Conflict(
        rows.stream().map(limits::limit).toList(),
        few.needs.stream().map(need -> need.line.id()).toList(),
        minimal && !pass.isOver());
  }

  private LineNeed hopeless(Situation situation) {
    int line = 0;
    while (proof.values[line] < Double.POSITIVE_INFINITY) {
      line++;
    }
    return situation.needs.get(line);
  }

  private List<Integer> rows(Situation situation) {
    List<Integer> all =
        IntStream.range(0, scales.length)
            .filter(r -> situation.amounts[r] < Double.POSITIVE_INFINITY)
            .boxed()
            .sorted(Comparator.comparingDouble(r -> -proof.prices[r] * scales[r]))
            .toList();
    List<Integer> priced = all.stream().filter(r -> proof.prices[r] > 0).toList();
    List<Integer> start = proves(only(situation, priced)) ? priced : all;
    return new QuickXplain<Integer>(rows -> proves(only(situation, rows)))
        .reduce(start).stream().sorted().toList();
  }

  /** Returns a situation in which only some rows count. */
  private static Situation only(Situation situation, List<Integer> rows) {
    double[] amounts = new double[situation.amounts.length];
    for (int r = 0; r < amounts.length; r++) {
      amounts[r] = rows.contains(r) ? situation.amounts[r] : Double.POSITIVE_INFINITY;
    }
    return situation.withAmounts(amounts);
  }

  private boolean proves(Situation situation) {
    Proof found = new PriceAscent(pass, scales, situation, proof.prices).prove(passes);
    if (found != null && found.margin < Double.POSITIVE_INFINITY) {
      proof = found;
    }
    return found != null;
  }

  /** Returns the lines that use the most at the prices of a proof: as many as it needs. */
  private List<LineNeed> enough(Situation situation) {
    Proof last = new PriceAscent(pass, scales, situation, proof.prices).prove(passes);
    if (last == null || last.margin == Double.POSITIVE_INFINITY) {
      return situation.needs;
    }
    List<Integer> order =
        IntStream.range(0, situation.needs.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -last.values[i]))
            .toList();
    double over = last.margin;
    int kept = order.size();
    while (kept > 0 && over - last.values[order.get(kept - 1)] > 0.01 * last.margin) {
      kept--;
      over -= last.values[order.get(kept)];
    }
    List<LineNeed> needs = new ArrayList<>();
    order.subList(0, kept).forEach(i -> needs.add(situation.needs.get(i)));
    return needs;
  }
}
