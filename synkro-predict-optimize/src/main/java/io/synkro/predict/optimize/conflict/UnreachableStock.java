package io.synkro.predict.optimize.conflict;

import io.synkro.predict.series.SeriesId;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A minimum stock that no orders can bring about, whatever the shared limits are.
 *
 * @param line product and warehouse
 * @param period the first period in which it is out of reach, from 0
 * @param unitsShort by how much in that period
 * @param mostShort by how much in the worst period
 * @param cause what stands in the way
 */
public record UnreachableStock(
    SeriesId line, int period, double unitsShort, double mostShort, Cause cause) {
  /** What stands in the way of a minimum stock. */
  public enum Cause {
    /** The line has no way to be ordered. */
    NO_SUPPLY("it cannot be ordered"),
    /** Orders would arrive in time, but the periods in which to place them are frozen. */
    FROZEN_PERIODS("orders for it would fall into frozen periods"),
    /** Every order would arrive too late. */
    LEAD_TIME("every order arrives later"),
    /** Orders arrive in time, but not enough fits into them. */
    LARGEST_ORDERS("the largest orders do not bring enough"),
    /** Orders that bring enough bring more than is sold before it perishes. */
    PERISHES("orders that bring enough would perish before they are sold");

    private final String text;

    Cause(String text) {
      this.text = text;
    }
  }

  /**
   * Finds what of a need is out of reach.
   *
   * @param within by period, units of it that are not
   */
  static Optional<UnreachableStock> of(LineNeed need, double[] within) {
    int first = -1;
    double most = 0;
    for (int t = 0; t < need.units.length; t++) {
      double units = need.units[t] - within[t];
      first = first < 0 && units > 0 ? t : first;
      most = Math.max(most, units);
    }
    return first < 0
        ? Optional.empty()
        : Optional.of(
            new UnreachableStock(
                need.line.id(),
                first,
                need.units[first] - within[first],
                most,
                cause(need, first)));
  }

  private static Cause cause(LineNeed need, int period) {
    if (need.line.supply().isEmpty()) {
      return Cause.NO_SUPPLY;
    }
    double largest = need.largestOrders(period);
    if (largest > 0) {
      return largest < need.units[period] ? Cause.LARGEST_ORDERS : Cause.PERISHES;
    }
    boolean inTime = need.line.supply().stream().anyMatch(option -> option.leadPeriods() <= period);
    return inTime ? Cause.FROZEN_PERIODS : Cause.LEAD_TIME;
  }

  /**
   * Says it in words, with the period by its number.
   *
   * @return a sentence without its full stop
   */
  public String text() {
    return text(LimitText::number);
  }

  /**
   * Says it in words.
   *
   * @param name how a period, from 0, is called, such as "2026-12-01" or "week 49"
   * @return a sentence without its full stop
   */
  public String text(IntFunction<String> name) {
    return "The minimum stock of %s for %s is out of reach by %s units: %s"
        .formatted(line, name.apply(period), LimitText.roundedUp(unitsShort), cause.text);
  }
}
