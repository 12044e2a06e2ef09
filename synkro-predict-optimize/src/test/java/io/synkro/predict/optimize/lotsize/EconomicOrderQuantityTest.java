package io.synkro.predict.optimize.lotsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Digits of the examples: stockpyl's test_eoq.py and the examples of its documentation. */
class EconomicOrderQuantityTest {
  /** Snyder &amp; Shen, example 3.1. */
  private static final EconomicOrderQuantity EXAMPLE = new EconomicOrderQuantity(8, 0.225, 1300);

  @Test
  void matchesTheTextbook() {
    LotSize optimum = EXAMPLE.optimum(); // example 3.1
    assertThat(optimum.quantity()).isCloseTo(304.0467800264368, within(1e-10));
    assertThat(optimum.cost()).isCloseTo(68.41052550594829, within(1e-10));
    assertThat(EXAMPLE.costOf(304.0467800264368)).isCloseTo(68.41052550594827, within(1e-10));
    assertThat(EXAMPLE.costOf(250)).isCloseTo(69.725, within(1e-10));
  }

  @Test
  void backordersMatchTheTextbook() {
    PlannedBackorders.Plan plan = new PlannedBackorders(EXAMPLE, 5).optimum(); // example 3.8
    assertThat(plan.quantity()).isCloseTo(310.8125551589646, within(1e-10));
    assertThat(plan.stockoutFraction()).isCloseTo(0.043062200956938, within(1e-14));
    assertThat(plan.cost()).isCloseTo(66.92136355097325, within(1e-10));
    PlannedBackorders given = // stockpyl's test_order_quantity
        new PlannedBackorders(new EconomicOrderQuantity(40, 40.05, 2080), 60);
    assertThat(given.costOf(100, 0.3)).isCloseTo(2083.225, within(1e-9));
  }

  @Test
  void productionMatchesTheReference() {
    // stockpyl's example of economic_production_quantity
    EconomicProductionQuantity lot = new EconomicProductionQuantity(EXAMPLE, 1700);
    assertThat(lot.optimum().quantity()).isCloseTo(626.8084945889684, within(1e-9));
    assertThat(lot.optimum().cost()).isCloseTo(33.183979125298336, within(1e-10));
    assertThat(lot.costOf(626.8084945889684)).isCloseTo(33.183979125298336, within(1e-10));
  }

  @RepeatedTest(50)
  void noOtherQuantityIsCheaper(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    EconomicOrderQuantity order = anyOrder(random);
    PlannedBackorders backorders = new PlannedBackorders(order, anyPositive(random));
    EconomicProductionQuantity lot =
        new EconomicProductionQuantity(order, order.demandRate() * (1 + anyPositive(random)));
    assertThat(order.costOf(order.optimum().quantity()))
        .isCloseTo(order.optimum().cost(), withinPercentage(1e-10));
    PlannedBackorders.Plan plan = backorders.optimum();
    assertThat(backorders.costOf(plan.quantity(), plan.stockoutFraction()))
        .isCloseTo(plan.cost(), withinPercentage(1e-10));
    for (int i = 0; i < 20; i++) {
      double quantity = order.optimum().quantity() * Math.exp(4 * random.nextDouble() - 2);
      double slack = 1 + 1e-12;
      assertThat(order.optimum().cost()).isLessThanOrEqualTo(order.costOf(quantity) * slack);
      assertThat(plan.cost())
          .isLessThanOrEqualTo(backorders.costOf(quantity, random.nextDouble()) * slack);
      assertThat(lot.optimum().cost()).isLessThanOrEqualTo(lot.costOf(quantity) * slack);
    }
  }

  @RepeatedTest(20)
  void largerByTheRootOfDemandAndCosts(RepetitionInfo info) {
    EconomicOrderQuantity order = anyOrder(new SplittableRandom(info.getCurrentRepetition()));
    EconomicOrderQuantity fourfold =
        new EconomicOrderQuantity(order.fixedCost(), order.holdingCost(), 4 * order.demandRate());
    assertThat(fourfold.optimum().quantity())
        .isCloseTo(2 * order.optimum().quantity(), withinPercentage(1e-10));
    // dear shortages and fast production are the plain model
    assertThat(new PlannedBackorders(order, order.holdingCost() * 1e14).optimum().quantity())
        .isCloseTo(order.optimum().quantity(), withinPercentage(1e-10));
    assertThat(
            new EconomicProductionQuantity(order, order.demandRate() * 1e14).optimum().quantity())
        .isCloseTo(order.optimum().quantity(), withinPercentage(1e-10));
  }

  @Test
  void nothingIsOrderedAtOnceIfOrdersAreFree() {
    assertThat(new EconomicOrderQuantity(0, 1, 10).optimum()).isEqualTo(new LotSize(0, 0));
    assertThat(new EconomicOrderQuantity(10, 1, 0).optimum()).isEqualTo(new LotSize(0, 0));
  }

  @Test
  void refusesImpossibleTerms() {
    assertThatThrownBy(() -> new EconomicOrderQuantity(8, 0, 1300))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holdingCost (0) must be positive");
    assertThatThrownBy(() -> new EconomicOrderQuantity(Double.NaN, 1, 1300))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> EXAMPLE.costOf(0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new PlannedBackorders(EXAMPLE, 5).costOf(100, 1.1))
        .hasMessageContaining("stockoutFraction (1.1) must be from 0 to 1");
    assertThatThrownBy(() -> new EconomicProductionQuantity(EXAMPLE, 1300))
        .hasMessageContaining("productionRate (1300.0) must be above the demand rate 1300.0");
  }

  private static EconomicOrderQuantity anyOrder(SplittableRandom random) {
    return new EconomicOrderQuantity(anyPositive(random), anyPositive(random), anyPositive(random));
  }

  private static double anyPositive(SplittableRandom random) {
    return Math.exp(10 * random.nextDouble() - 5);
  }
}
