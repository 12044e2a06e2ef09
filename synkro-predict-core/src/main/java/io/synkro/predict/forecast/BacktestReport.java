package io.synkro.predict.forecast;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * What a forecaster's backtest found. The forecaster was trained again before every origin and saw
 * nothing after it. Steps whose demand is not known, as when the product could not be bought all of
 * the time, are not judged.
 *
 * @param members the methods; the first is the reference, seasonal naive
 * @param chosen position in {@code members} of the method that was chosen
 * @param origins number of rolling origins
 * @param observations number of series, origins and steps that were judged
 * @param intervals how honest the quantiles were
 * @param choices which methods forecast each kind of demand, and why
 */
public record BacktestReport(
    List<MemberAccuracy> members,
    int chosen,
    int origins,
    int observations,
    IntervalAccuracy intervals,
    List<MethodChoice> choices) {
  /** {@inheritDoc} */
  public BacktestReport {
    members = List.copyOf(members);
    choices = List.copyOf(choices);
    Require.that(
        chosen >= 0 && chosen < members.size(), "chosen", chosen, "must name a member", "");
  }

  /**
   * Returns the method that was chosen.
   *
   * @return its accuracy
   */
  public MemberAccuracy best() {
    return members.get(chosen);
  }

  /**
   * Returns the method that every forecast must beat.
   *
   * @return accuracy of seasonal naive
   */
  public MemberAccuracy reference() {
    return members.get(0);
  }
}
