package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.SharedLimit;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A room that stock on hand and open orders exceed before anything is ordered.
 *
 * @param worst the hard limit that is exceeded the most
 * @param taken what is taken then, in the unit of the limit
 * @param limits all hard limits of this room that are exceeded, by period; {@code worst} is one
 */
public record OverfullRoom(SharedLimit worst, double taken, List<SharedLimit> limits) {
  /** {@inheritDoc} */
  public OverfullRoom {
    limits = List.copyOf(limits);
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
    String unit = LimitText.unit(worst);
    String most =
        ("The %s for %s is %s%s, and stock on hand and open orders still take %s%s:"
                + " %s%s too much before anything is ordered")
            .formatted(
                LimitText.subject(worst),
                period.apply(worst.period()),
                LimitText.plain(worst.amount()),
                unit,
                LimitText.plain(taken),
                unit,
                LimitText.roundedUp(taken - worst.amount()),
                unit);
    return limits.size() == 1 ? most : most + "; it is too full " + LimitText.when(limits, period);
  }
}
