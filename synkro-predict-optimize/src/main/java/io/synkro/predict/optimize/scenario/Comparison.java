package io.synkro.predict.optimize.scenario;

import io.synkro.predict.optimize.StockPlanResult;
import java.util.List;
import java.util.Optional;

/**
 * A scenario beside the base.
 *
 * @param scenario what is different
 * @param kept what the orders of the base plan come to in the changed world
 * @param broken which limits they break there, in words; empty if they keep all
 * @param result the plan that is made for the changed world, or why there is none
 * @param replanned what that plan comes to; empty if there is none
 * @param flips items that only one of the two plans orders today, the most money first
 */
public record Comparison(
    Scenario scenario,
    PlanFigures kept,
    List<String> broken,
    StockPlanResult result,
    Optional<PlanFigures> replanned,
    List<Flip> flips) {
  /** {@inheritDoc} */
  public Comparison {
    broken = List.copyOf(broken);
    flips = List.copyOf(flips);
  }
}
