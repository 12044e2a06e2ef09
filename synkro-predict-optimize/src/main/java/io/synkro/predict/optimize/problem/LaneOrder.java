package io.synkro.predict.optimize.problem;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requires that lanes join lines that fit, and that none moves goods round in no time. */
final class LaneOrder {
  private LaneOrder() {}

  static void require(StockProblem problem) {
    Map<Integer, List<Integer>> next = new HashMap<>();
    Map<Integer, Integer> open = new HashMap<>();
    for (Lane lane : problem.lanes()) {
      int from = problem.position(lane.from());
      int to = problem.position(lane.to());
      double packs = problem.lines().get(to).packSize();
      Require.that(
          packs == problem.lines().get(from).packSize(),
          "packSize of " + lane.to(),
          packs,
          "must be that of " + lane.from() + ", which sends to it",
          "plan both in the smaller packs");
      if (lane.leadPeriods() == 0) {
        next.computeIfAbsent(from, i -> new ArrayList<>()).add(to);
        open.merge(to, 1, Integer::sum);
        open.merge(from, 0, Integer::sum);
      }
    }
    int inCircles = withoutSources(open, next);
    if (inCircles >= 0) {
      throw new InvalidInputException(
          "lanes through " + problem.lines().get(inCircles).id(),
          "a circle without lead time",
          "must take a period somewhere",
          "give one of its lanes a lead time or remove it");
    }
  }

  /** Takes away lines that receive nothing in no time, until none is left, or only circles are. */
  private static int withoutSources(Map<Integer, Integer> open, Map<Integer, List<Integer>> next) {
    Deque<Integer> sources = new ArrayDeque<>();
    open.forEach(
        (line, count) -> {
          if (count == 0) {
            sources.add(line);
          }
        });
    while (!sources.isEmpty()) {
      int line = sources.remove();
      open.remove(line);
      for (int to : next.getOrDefault(line, List.of())) {
        if (open.merge(to, -1, Integer::sum) == 0) {
          sources.add(to);
        }
      }
    }
    return open.keySet().stream().mapToInt(Integer::intValue).min().orElse(-1);
  }
}
