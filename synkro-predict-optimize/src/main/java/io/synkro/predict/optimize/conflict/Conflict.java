package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Limits and minimum stocks that contradict each other: no plan keeps all of them, whatever else is
 * given up.
 *
 * @param limits hard limits, in the order of the problem
 * @param lines lines whose minimum stocks take part, those that use the most first
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
   * Says it in words, with periods by their numbers.
   *
   * @return a sentence without its full stop
   */
  public String text() {
    return text(LimitText::number);
  }

  /**
   * Says it in words.
   *
   * @param period how a period, from 0, is called, such as "2026-12-01" or "week 49"
   * @return a sentence without its full stop
   */
  public String text(IntFunction<String> period) {
    String what = LimitText.capitalised(LimitText.names(limits, period));
    return "%s: not enough for the minimum stock%s of %s"
        .formatted(what, lines.size() == 1 ? "" : "s", LimitText.lines(lines));
  }
}
