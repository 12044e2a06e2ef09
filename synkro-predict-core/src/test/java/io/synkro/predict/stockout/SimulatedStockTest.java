package io.synkro.predict.stockout;

import static io.synkro.predict.stockout.StockoutCases.ID;
import static io.synkro.predict.stockout.StockoutCases.daily;
import static io.synkro.predict.stockout.StockoutCases.in;
import static io.synkro.predict.stockout.StockoutCases.item;
import static io.synkro.predict.stockout.StockoutCases.risk;
import static io.synkro.predict.stockout.StockoutCases.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.inventory.LeadTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The expected numbers are those of a simulation that sells day by day. Daily demand is gamma of
 * shape 2, the sum of two exponential numbers; the standard error of a share is below 0.0023.
 */
class SimulatedStockTest {
  private static final int PATHS = 50_000;
  private static final double MEAN = 10;
  private static final double SD = MEAN / Math.sqrt(2);

  @Test
  void withoutReceiptsTheModelIsExact() {
    Simulated simulated = simulate(100, 0, 0);
    StockoutRisk risk = risk(daily(ID, MEAN, SD), item(stock(100), LeadTime.fixed(5)));
    assertThat(risk.odds().withinHorizon()).isCloseTo(simulated.within(), within(0.01));
    assertThat(risk.loss().units()).isCloseTo(simulated.lost(), within(0.5));
  }

  @Test
  void upToAReceiptItIsExactAndBeyondALowerBound() {
    Simulated simulated = simulate(60, 7, 50);
    StockoutRisk risk = risk(daily(ID, MEAN, SD), item(stock(60, in(7, 50)), LeadTime.fixed(9)));
    assertThat(risk.odds().beforeNextReceipt()).isCloseTo(simulated.before(), within(0.01));
    assertThat(risk.odds().withinHorizon())
        .isBetween(simulated.within() - 0.05, simulated.within() + 0.01);
    assertThat(risk.loss().units()).isBetween(simulated.lost() - 2, simulated.lost() + 0.5);
  }

  private record Simulated(double within, double before, double lost) {}

  private static Simulated simulate(double onHand, int receiptDay, double receipt) {
    SplittableRandom random = new SplittableRandom(3);
    double within = 0;
    double before = 0;
    double lost = 0;
    for (int path = 0; path < PATHS; path++) {
      double stock = onHand;
      int first = Integer.MAX_VALUE;
      for (int day = 1; day <= 14; day++) {
        stock += day == receiptDay ? receipt : 0;
        double demand = -MEAN / 2 * Math.log((1 - random.nextDouble()) * (1 - random.nextDouble()));
        if (demand > stock) {
          first = Math.min(first, day);
          lost += demand - stock;
        }
        stock = Math.max(0, stock - demand);
      }
      within += first <= 14 ? 1 : 0;
      before += first < receiptDay ? 1 : 0;
    }
    return new Simulated(within / PATHS, before / PATHS, lost / PATHS);
  }
}
