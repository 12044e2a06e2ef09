package io.synkro.predict.optimize.lotsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Digits of the examples: stockpyl's test_eoq.py. */
class QuantityDiscountsTest {

  @Test
  void allUnitsMatchTheTextbook() {
    QuantityDiscounts.Plan documented =
        new QuantityDiscounts(200, 0.2, 1000, breaks(0, 500, 200, 475, 500, 450)).allUnits();
    assertThat(documented.quantity()).isEqualTo(500);
    assertThat(documented.region()).isEqualTo(2);
    assertThat(documented.cost()).isCloseTo(472_900, within(1e-8));
    QuantityDiscounts problem = // Snyder & Shen, problem 3.12 (a)
        new QuantityDiscounts(2250, 0.25, 182_500, breaks(0, 1490, 1200, 1220, 2400, 1100));
    assertThat(problem.allUnits().quantity()).isEqualTo(2400);
    assertThat(problem.allUnits().cost()).isCloseTo(201_251_093.75, within(1e-6));
    assertThat(problem.allUnitsCostOf(2400)).isCloseTo(201_251_093.75, within(1e-6));
  }

  @Test
  void incrementsMatchTheTextbook() {
    QuantityDiscounts discounts =
        new QuantityDiscounts(150, 0.25, 2400, breaks(0, 100, 300, 90, 600, 80));
    QuantityDiscounts.Plan plan = discounts.incremental();
    assertThat(plan.quantity()).isCloseTo(1481.8906842274164, within(1e-9));
    assertThat(plan.region()).isEqualTo(2);
    assertThat(plan.cost()).isCloseTo(222_762.8136845483, within(1e-8));
    assertThat(discounts.incrementalCostOf(plan.quantity())).isEqualTo(plan.cost());
  }

  @RepeatedTest(100)
  void noOtherQuantityIsCheaper(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    QuantityDiscounts discounts = anyDiscounts(random);
    QuantityDiscounts.Plan all = discounts.allUnits();
    QuantityDiscounts.Plan increments = discounts.incremental();
    assertThat(discounts.allUnitsCostOf(all.quantity())).isEqualTo(all.cost());
    assertThat(discounts.incrementalCostOf(increments.quantity())).isEqualTo(increments.cost());
    assertThat(all.cost()).isLessThanOrEqualTo(increments.cost() * (1 + 1e-12));
    for (double quantity = 1; quantity < 1e6; quantity *= 1.02) {
      double slack = 1 + 1e-12;
      assertThat(all.cost()).isLessThanOrEqualTo(discounts.allUnitsCostOf(quantity) * slack);
      assertThat(increments.cost())
          .isLessThanOrEqualTo(discounts.incrementalCostOf(quantity) * slack);
    }
    for (PriceBreak step : discounts.breaks().subList(1, discounts.breaks().size())) {
      assertThat(all.cost()).isLessThanOrEqualTo(discounts.allUnitsCostOf(step.from()));
    }
  }

  @RepeatedTest(20)
  void onePriceIsTheEconomicOrderQuantity(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    double price = 1 + 10 * random.nextDouble();
    LotSize plain = new EconomicOrderQuantity(50, 0.2 * price, 400).optimum();
    QuantityDiscounts discounts = new QuantityDiscounts(50, 0.2, 400, breaks(0, price));
    for (QuantityDiscounts.Plan plan : List.of(discounts.allUnits(), discounts.incremental())) {
      assertThat(plan.quantity()).isCloseTo(plain.quantity(), withinPercentage(1e-10));
      assertThat(plan.cost()).isCloseTo(plain.cost() + 400 * price, withinPercentage(1e-10));
    }
  }

  @Test
  void freeOrdersAreSmallUnlessTheyEarnADiscount() {
    // by hand: 10 units at 100 cost 1,000; 100 at a time at 90 cost 900 + 0.5 * 90 * 100 / 2
    QuantityDiscounts discounts = new QuantityDiscounts(0, 0.5, 10, breaks(0, 100, 100, 90));
    assertThat(discounts.allUnits()).isEqualTo(new QuantityDiscounts.Plan(0, 0, 1000));
    QuantityDiscounts better = new QuantityDiscounts(0, 0.5, 10, breaks(0, 100, 1, 90));
    assertThat(better.allUnits()).isEqualTo(new QuantityDiscounts.Plan(1, 1, 922.5));
  }

  @Test
  void refusesBreaksThatAreNotDiscounts() {
    assertThatThrownBy(() -> new QuantityDiscounts(1, 1, 1, List.of()))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new QuantityDiscounts(1, 1, 1, breaks(5, 10)))
        .hasMessageContaining("must begin with the price from 0 on");
    assertThatThrownBy(() -> new QuantityDiscounts(1, 1, 1, breaks(0, 10, 5, 11)))
        .hasMessageContaining("break 1")
        .hasMessageContaining("must have a larger quantity and a lower price");
  }

  private static QuantityDiscounts anyDiscounts(SplittableRandom random) {
    List<PriceBreak> breaks = new ArrayList<>();
    double from = 0;
    double price = 10;
    for (int j = 0; j <= random.nextInt(4); j++) {
      breaks.add(new PriceBreak(from, price));
      from += 50 + 500 * random.nextDouble();
      price *= 0.8 + 0.19 * random.nextDouble();
    }
    return new QuantityDiscounts(
        200 * random.nextDouble(),
        0.1 + 0.4 * random.nextDouble(),
        5000 * random.nextDouble(),
        breaks);
  }

  private static List<PriceBreak> breaks(double... quantitiesAndPrices) {
    List<PriceBreak> breaks = new ArrayList<>();
    for (int i = 0; i < quantitiesAndPrices.length; i += 2) {
      breaks.add(new PriceBreak(quantitiesAndPrices[i], quantitiesAndPrices[i + 1]));
    }
    return breaks;
  }
}
