package io.synkro.predict.optimize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseStockTest {

  @Test
  void matchesTheTextbook() {
    // Snyder & Shen, example 4.3; digits: stockpyl's test_newsvendor.py
    BaseStock normal = new BaseStock(new StockCosts(0, 0.18, 0.7), new NormalDemand(50, 8));
    assertThat(normal.orderUpTo()).isCloseTo(56.60395592743389, within(1e-10));
    assertThat(normal.costOf(normal.orderUpTo())).isCloseTo(1.9976051931766445, within(1e-9));
    BaseStock poisson = new BaseStock(new StockCosts(0, 0.18, 0.7), new PoissonDemand(50));
    assertThat(poisson.orderUpTo()).isEqualTo(56);
    assertThat(poisson.costOf(56)).isCloseTo(1.797235211809178, within(1e-9));
  }

  @Test
  void noOtherLevelIsCheaperAndDearerShortagesNeedMore() {
    for (DemandDistribution demand :
        List.of(new NormalDemand(50, 8), new PoissonDemand(7), new GammaDemand(0.5, 9))) {
      double before = Double.NEGATIVE_INFINITY;
      for (double stockout = 0.01; stockout < 1e6; stockout *= 10) {
        BaseStock model = new BaseStock(new StockCosts(3, 1, stockout), demand);
        double level = model.orderUpTo();
        assertThat(level).isGreaterThanOrEqualTo(before);
        for (double other = level - 10; other <= level + 10; other++) {
          assertThat(model.costOf(other)).isGreaterThanOrEqualTo(model.costOf(level) - 1e-12);
        }
        before = level;
      }
    }
  }

  @Test
  void refusesImpossibleInput() {
    BaseStock model = new BaseStock(new StockCosts(0, 1, 1e20), new NormalDemand(50, 8));
    assertThatThrownBy(model::orderUpTo).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> model.costOf(Double.NaN)).isInstanceOf(InvalidInputException.class);
  }
}
