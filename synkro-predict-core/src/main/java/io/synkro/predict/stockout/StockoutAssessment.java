package io.synkro.predict.stockout;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Stock-out risks of many items.
 *
 * @param asOf the day after which the risk is counted
 * @param horizonDays days that were looked at
 * @param outcomes one for each item, in the order of the items
 */
public record StockoutAssessment(LocalDate asOf, int horizonDays, List<StockoutOutcome> outcomes) {
  private static final Comparator<StockoutRisk> MOST_LOST_FIRST =
      Comparator.comparingDouble((StockoutRisk risk) -> risk.loss().margin())
          .thenComparingDouble(risk -> risk.loss().revenue())
          .thenComparingDouble(risk -> risk.loss().units())
          .reversed()
          .thenComparing(StockoutRisk::id);

  /** {@inheritDoc} */
  public StockoutAssessment {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Returns all risks.
   *
   * @return risks in the order of the items, without those that could not be assessed
   */
  public List<StockoutRisk> risks() {
    return outcomes.stream()
        .filter(StockoutOutcome.Assessed.class::isInstance)
        .map(outcome -> ((StockoutOutcome.Assessed) outcome).risk())
        .toList();
  }

  /**
   * Returns the risks worth a look, by the money they are expected to cost: a likely stock-out of a
   * cheap slow mover matters less than a possible one of a best seller.
   *
   * @param least least severity to include
   * @return risks by expected lost margin, then revenue, then units, the largest first
   */
  public List<StockoutRisk> ranked(Severity least) {
    return risks().stream()
        .filter(risk -> risk.severity().compareTo(least) >= 0)
        .sorted(MOST_LOST_FIRST)
        .toList();
  }
}
