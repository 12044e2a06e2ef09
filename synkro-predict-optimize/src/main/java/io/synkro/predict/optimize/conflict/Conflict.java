package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.series.SeriesId;
import java.util.List;

/**
 * Limits and minimum stocks that contradict each other: no plan keeps all of them, whatever else is
 * given up.
 *
 * @param limits hard limits, in the order of the problem
 * @param lines lines whose minimum stocks take part, those that use the most first; none if stock
 *     that is there or on its way exceeds the limit by itself
 * @param minimal whether each of them was left out in turn, and the rest was not proven to be a
 *     contradiction; otherwise fewer lines may do
 */
public record Conflict(List<SharedLimit> limits, List<SeriesId> lines, boolean minimal) {
  /** {@inheritDoc} */
  public Conflict {
    limits = List.copyOf(limits);
    lines = List.copyOf(lines);
  }

  /**
   * Says it in words.
   *
   * @return a sentence
   */
  public String text() {
    String what = LimitText.names(limits);
    if (lines.isEmpty()) {
      return what + ": less than what stock and open orders take by themselves";
    }
    return "%s: not enough for the minimum stock%s of %s"
        .formatted(what, lines.size() == 1 ? "" : "s", LimitText.lines(lines));
  }
}
