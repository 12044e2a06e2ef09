package io.synkro.predict.optimize.scenario;

import io.synkro.predict.optimize.StockPlanResult;
import java.util.List;
import java.util.Optional;

/**
 * Scenarios beside the base that they change.
 *
 * @param base the plan of the base, or why there is none
 * @param figures what it comes to; empty if there is none
 * @param scenarios one comparison a scenario, in their order; none if the base has no plan
 */
public record WhatIfReport(
    StockPlanResult base, Optional<PlanFigures> figures, List<Comparison> scenarios) {
  /** {@inheritDoc} */
  public WhatIfReport {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * Returns a table a scenario: base, plan kept and plan made anew side by side, what breaks, what
   * flips and which limits bind.
   *
   * @return lines of text, each ending with a newline
   */
  public String text() {
    return WhatIfText.of(this);
  }
}
