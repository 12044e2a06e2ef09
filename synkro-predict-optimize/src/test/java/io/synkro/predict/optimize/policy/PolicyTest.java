package io.synkro.predict.optimize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.StockPosition;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 31);
  private static final SeriesId ID = SeriesId.of("P1", "W1");

  @ParameterizedTest(name = "{0}")
  @CsvSource({ // Snyder & Shen, Fundamentals of Supply Chain Theory; digits: stockpyl's
    // test_newsvendor.py
    "Example 4.3, 0.18, 0.70, 50, 8, 56.603955927433887",
    "Problem 4.1, 43, 79, 900, 60, 922.7214038234755"
  })
  void baseStockLevelIsTheNewsvendorQuantile(
      String source, double holding, double shortage, double mean, double sd, double expected) {
    StockItem item =
        item(LeadTime.fixed(0), 0, ServiceLevel.cycle(shortage / (shortage + holding)), 0);
    StockLevels levels =
        StockLevels.of(item, ProtectionDemand.over(daily(mean, sd), item.supply()));
    assertThat(levels.orderUpTo()).isCloseTo(expected, within(1e-9));
    assertThat(levels.reorderPoint()).isEqualTo(levels.orderUpTo());
  }

  @ParameterizedTest
  @CsvSource({ // Chopra & Meindl, Supply Chain Management, table "required safety inventory as a
    // function of lead time uncertainty": 2,500 a day, sd 500, 7 days, cycle service 90 %
    "6, 15058, 19298",
    "5, 12570, 16109",
    "4, 10087, 12927",
    "3, 7616, 9760",
    "2, 5172, 6628",
    "1, 2828, 3625",
    "0, 1323, 1695"
  })
  void safetyStockGrowsWithTheVariationOfTheLeadTime(double leadSd, double sigma, double safety) {
    // six days of delivery and one of review are the table's seven days
    StockItem item = item(LeadTime.ofMeanAndSd(6, leadSd), 0, ServiceLevel.cycle(0.9), 0);
    ProtectionDemand demand = ProtectionDemand.over(daily(2500, 500), item.supply());
    assertThat(demand.sd()).isCloseTo(sigma, within(0.5));
    assertThat(StockLevels.of(item, demand).safetyStock()).isCloseTo(safety, within(1.0));
    assertThat(demand.mean()).isCloseTo(17_500, within(1e-3));
  }

  @Test
  void fillRateMatchesTheTextbook() {
    // Chopra & Meindl, fill rate examples: two weeks of 2,500 with sd 500, lots of 10,000. A
    // reorder
    // point of 6,000 lacks 25 units a cycle and fills 99.75 %; 97.5 % need a safety stock of 67.
    double sigma = 500 * Math.sqrt(2);
    ServiceReached reached = ServiceReached.at(6000, new ProtectionDemand(14, 5000, sigma), 10_000);
    assertThat(reached.unitsShort()).isCloseTo(25, within(0.5));
    assertThat(reached.fillRate()).isCloseTo(0.9975, within(5e-5));
    assertThat(SafetyFactor.forFillRate(0.975, sigma, 10_000) * sigma).isCloseTo(67, within(0.5));
  }

  @Test
  void safetyFactorsReachTheirTargets() {
    double k = SafetyFactor.of(ServiceLevel.fillRate(0.99), 40, 100);
    ProtectionDemand demand = new ProtectionDemand(8, 200, 40);
    assertThat(ServiceReached.at(200 + 40 * k, demand, 100).fillRate())
        .isCloseTo(0.99, within(1e-12));
    double z = SafetyFactor.of(ServiceLevel.cycle(0.99), 40, 100);
    assertThat(ServiceReached.at(200 + 40 * z, demand, 100).cycle()).isCloseTo(0.99, within(1e-12));
  }

  @Test
  void safetyStockIsNeverNegative() {
    assertThat(SafetyFactor.forCycles(0.3)).isZero();
    assertThat(SafetyFactor.forFillRate(0.5, 10, 1000)).isZero();
    assertThat(SafetyFactor.forFillRate(0.95, 0, 10)).isZero();
    assertThat(SafetyFactor.forFillRate(0.95, 10, 0)).isZero();
  }

  @Test
  void orderCostsCallForEconomicOrders() {
    // Snyder & Shen, Example 3.1: K = 8, h = 0.225, 1,300 a year: Q = 304.0467800264368 (stockpyl)
    ItemCosts costs = new ItemCosts(0.9, 2, 8, 0.25);
    assertThat(StockLevels.economicOrder(costs, 1300 / 365.2425))
        .isCloseTo(304.0467800264368, within(1e-9));
    // slow movers are not ordered for more than a year: 1 a year, not sqrt(2 * 8 / 0.225) = 8.4
    assertThat(StockLevels.economicOrder(costs, 1 / 365.2425)).isCloseTo(1, within(1e-12));
    assertThat(StockLevels.economicOrder(new ItemCosts(1, 2, 0, 0.25), 10)).isZero();
  }

  @Test
  void largeUsualOrdersLiftTheOrderUpToLevelOnly() {
    // by hand: 10 a day for 5 + 1 days is 60; a minimum order of 100 exceeds a day's 10 by 90
    StockItem item = item(LeadTime.fixed(5), 100, ServiceLevel.cycle(0.95), 0);
    StockLevels levels = StockLevels.of(item, ProtectionDemand.over(daily(10, 0), item.supply()));
    assertThat(levels.reorderPoint()).isCloseTo(60, within(1e-12));
    assertThat(levels.orderUpTo()).isCloseTo(150, within(1e-12));
    assertThat(levels.cycleDemand()).isEqualTo(100);
    assertThat(levels.meanStock()).isEqualTo(50);
  }

  @Test
  void nothingIsHeldOfWhatNobodyWants() {
    StockItem item = item(LeadTime.fixed(5), 100, ServiceLevel.fillRate(0.95), 20);
    StockLevels levels = StockLevels.of(item, ProtectionDemand.over(daily(0, 0), item.supply()));
    assertThat(levels.orderUpTo()).isZero();
    assertThat(ServiceReached.at(0, new ProtectionDemand(1, 0, 0), 0).fillRate()).isEqualTo(1);
  }

  @Test
  void refusesImpossibleLevels() {
    assertThatThrownBy(() -> new StockLevels(1, 10, 9, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("orderUpTo (9.0) must be finite and not below the reorder point");
    assertThatThrownBy(() -> new ProtectionDemand(0, 1, 1))
        .hasMessageContaining("days of the protection period (0)");
    assertThatThrownBy(() -> SafetyFactor.forFillRate(1, 1, 1))
        .isInstanceOf(InvalidInputException.class);
  }

  private static DemandAhead daily(double mean, double sd) {
    return DemandAhead.after(
        TODAY,
        new DemandForecast(
            ID,
            TimeAxis.of(Frequency.DAILY, TODAY.plusDays(1)),
            0,
            new double[] {0.5},
            new double[] {mean},
            new double[] {sd},
            new double[] {mean},
            0));
  }

  private static StockItem item(
      LeadTime leadTime, double minimumOrder, ServiceLevel target, double orderCost) {
    return new StockItem(
        StockPosition.of(ID, 0),
        new SupplyTerms(SupplierId.of("S1"), leadTime, 1, 1, minimumOrder),
        new ItemCosts(6, 10, orderCost, 0.2),
        target,
        0);
  }
}
