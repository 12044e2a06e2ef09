package io.synkro.predict.optimize;

import static io.synkro.predict.optimize.PlanCases.TODAY;
import static io.synkro.predict.optimize.PlanCases.daily;
import static io.synkro.predict.optimize.PlanCases.item;
import static io.synkro.predict.optimize.PlanCases.line;
import static io.synkro.predict.optimize.PlanCases.panel;
import static io.synkro.predict.optimize.PlanCases.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.PlanCases.Item;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad item never fails the batch, nor spoils the figures of the others. */
class ExtremeItemsTest {

  /**
   * Demand, stock and lead times at the ends of what their types allow, beside an ordinary item.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e4, 1e9})
  void everyItemGetsAnOutcomeAndTheFiguresStayFinite(double budget) {
    List<StockItem> items = new ArrayList<>();
    List<DemandForecast> demand = new ArrayList<>();
    for (double mean : new double[] {0, 1e-12, 3, 1e12}) {
      for (double sd : new double[] {0, 1e-12, 1e12}) {
        for (double onHand : new double[] {0, 1e9}) {
          for (int leadDays : new int[] {0, 3660}) {
            Item item = item(onHand);
            item.id = SeriesId.of("P" + items.size(), "W1");
            item.leadTime = LeadTime.fixed(leadDays);
            item.target =
                items.size() % 3 == 0 ? ServiceLevel.fillRate(0.999) : ServiceLevel.cycle(0.99);
            item.orders =
                List.of(new OpenOrder(1e9, LocalDate.MAX), new OpenOrder(1, LocalDate.MIN));
            items.add(item.build());
            demand.add(daily(item.id, mean, sd));
          }
        }
      }
    }
    PanelForecast panel = panel(demand.toArray(DemandForecast[]::new));
    StockPlan plan =
        plan(
            StockOptimizer.builder().budget(budget).search(PlanCases.brief()).build(),
            panel,
            items);
    assertThat(plan.outcomes()).hasSameSizeAs(items);
    assertThat(plan.kpis().orderValue()).isFinite().isLessThanOrEqualTo(budget * (1 + 1e-9));
    assertThat(plan.kpis().expectedFillRate()).isBetween(0.0, 1.0);
    assertThat(plan.kpis().costs().total()).isFinite();
    assertThat(plan.lines()).hasSize(items.size() / 2); // no plan looks 3660 days ahead
    for (PlanLine line : plan.lines()) {
      assertThat(line.service().cycle()).isBetween(0.0, 1.0);
      assertThat(line.service().unitsShort()).isNotNegative().isFinite();
    }
    assertThat(plan.text()).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void packsTooSmallToCountArePlannedInMultiples() {
    // 60 units of demand in packs of 1e-12 are 6e13 packs
    Item dust = item(0);
    dust.pack = 1e-12;
    PlanLine line = line(dust, 10, 0);
    assertThat(line.step()).isBetween(1e-12, 0.25);
    assertThat(line.order().quantity()).isBetween(60.0, 60.25);
  }

  @Test
  void aLeadTimeBeyondThePlanIsRefusedAndTheOthersPlanned() {
    Item slow = item(0);
    slow.leadTime = LeadTime.fixed(30);
    Item good = item(20);
    good.id = SeriesId.of("P2", "W1");
    StockPlan plan =
        plan(
            StockOptimizer.builder().periods(4, 7).build(),
            panel(daily(slow.id, 10, 0), daily(good.id, 10, 0)),
            List.of(slow.build(), good.build()));
    assertThat(plan.outcomes().get(0))
        .isInstanceOfSatisfying(
            PlanOutcome.NotPlanned.class,
            it -> assertThat(it.reason()).contains("lead time (30 days)").contains("Maybe"));
    assertThat(plan.lines()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Frequency.class,
      names = {"DAILY", "WEEKLY", "MONTHLY"})
  void stepsOfAnyLengthGiveTheSameDailyDemand(Frequency frequency) {
    double perStep = 10 * frequency.meanDays();
    Item item = item(0);
    DemandForecast forecast =
        new DemandForecast(
            item.id,
            TimeAxis.of(frequency, LocalDate.of(2024, 4, 1)), // a Monday and the first of a month
            0,
            new double[] {0.5},
            new double[] {perStep, perStep},
            new double[] {0, 0},
            new double[] {perStep, perStep},
            0);
    StockPlan plan = plan(StockOptimizer.builder().build(), panel(forecast), List.of(item.build()));
    // by hand: 10 a day over 5 days of delivery and 1 of review, beyond a horizon of two days too
    assertThat(plan.lines().get(0).demand().mean()).isCloseTo(60, within(1e-9));
  }

  @Test
  void aForecastOfAnotherTimeIsRefusedWithAReason() {
    Item item = item(0);
    for (LocalDate asOf : new LocalDate[] {TODAY.minusDays(40), TODAY.plusDays(40)}) {
      StockPlanResult result =
          StockOptimizer.builder()
              .build()
              .optimize(panel(daily(item.id, 1, 1)), List.of(item.build()), asOf);
      assertThat(((StockPlanResult.Feasible) result).plan().outcomes().get(0))
          .isInstanceOfSatisfying(
              PlanOutcome.NotPlanned.class,
              it -> assertThat(it.reason()).contains("Maybe forecast again"));
    }
  }

  @Test
  void certainDemandWithAHugeStockIsCovered() {
    // z = (1e9 - 60) / 1e-300 is no finite number; nothing is short all the same
    PlanLine line = line(item(1e9), 10, 1e-300);
    assertThat(line.service().unitsShort()).isZero();
    assertThat(line.service().fillRate()).isEqualTo(1);
  }
}
