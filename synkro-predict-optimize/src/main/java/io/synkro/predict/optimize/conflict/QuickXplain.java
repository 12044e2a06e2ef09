package io.synkro.predict.optimize.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds a few of many things that still contradict each other, none of which can be left out.
 * Source: Junker (2004), QuickXplain, AAAI 04-027. Used by one thread.
 */
final class QuickXplain<T> {
  private final Predicate<List<T>> contradictory;

  /**
   * Prepares.
   *
   * @param contradictory whether it is proven that some things contradict each other; of more
   *     things it should be true as well
   */
  QuickXplain(Predicate<List<T>> contradictory) {
    this.contradictory = contradictory;
  }

  /**
   * Reduces things that contradict each other.
   *
   * @param all those that are likely to be needed first
   * @return some of them, in their order; none if there is a contradiction without them
   */
  List<T> reduce(List<T> all) {
    return contradictory.test(List.of()) ? List.of() : reduce(List.of(), false, all);
  }

  /** Returns what of the candidates is needed beside a background. */
  private List<T> reduce(List<T> background, boolean grown, List<T> candidates) {
    if (grown && contradictory.test(background)) {
      return List.of();
    }
    if (candidates.size() <= 1) {
      return candidates;
    }
    List<T> first = candidates.subList(0, candidates.size() / 2);
    List<T> second = candidates.subList(candidates.size() / 2, candidates.size());
    List<T> ofSecond = reduce(joined(background, first), true, second);
    List<T> ofFirst = reduce(joined(background, ofSecond), !ofSecond.isEmpty(), first);
    return joined(ofFirst, ofSecond);
  }

  private static <T> List<T> joined(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
