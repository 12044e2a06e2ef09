package io.synkro.predict.optimize;

import static io.synkro.predict.optimize.PlanCases.TODAY;
import static io.synkro.predict.optimize.PlanCases.daily;
import static io.synkro.predict.optimize.PlanCases.item;
import static io.synkro.predict.optimize.PlanCases.panel;
import static io.synkro.predict.optimize.PlanCases.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.PlanCases.Item;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items that cannot be planned, or not ordered, are named and leave the others alone. */
class UnplannedItemsTest {
  private static String reason(StockPlan plan, int item) {
    return ((PlanOutcome.NotPlanned) plan.outcomes().get(item)).reason();
  }

  @Test
  void anItemWhoseSmallestOrderIsAboveTheBudgetIsNamed() {
    // by hand: 500 units at 6 are 3000, and no period has more than 2000
    Item item = item(20);
    item.minimumOrder = 500;
    StockPlan plan =
        plan(
            StockOptimizer.builder().budget(900, 2000).build(),
            panel(daily(item.id, 10, 0)),
            List.of(item.build()));
    assertThat(plan.lines().get(0).order().quantity()).isZero();
    assertThat(plan.obstacles())
        .containsExactly(new OrderObstacle(item.id, new PlanLimit.Budget(), 3000, 2000));
    assertThat(plan.text())
        .contains("P1@W1 cannot be ordered: its smallest order takes 3000.00 of the budget");
    PlanLimit elastic = PlanLimit.hard(new PlanLimit.Budget(), 2000).elastic(1);
    assertThat(
            plan(
                    StockOptimizer.builder().limit(elastic).build(),
                    panel(daily(item.id, 10, 0)),
                    List.of(item.build()))
                .obstacles())
        .isEmpty();
  }

  @Test
  void oneBadItemDoesNotFailTheBatch() {
    Item unknown = item(1);
    unknown.id = SeriesId.of("P0", "W1");
    StockItem good = item(20).build();
    StockPlan plan =
        plan(
            StockOptimizer.builder().build(),
            panel(daily(good.id(), 10, 0)),
            List.of(unknown.build(), good, good));
    assertThat(plan.outcomes()).hasSize(3);
    assertThat(plan.lines()).hasSize(1);
    assertThat(reason(plan, 0))
        .contains("There is no forecast of it")
        .contains("Maybe add its series");
    assertThat(reason(plan, 2)).contains("came before. Maybe add up the two items.");
    assertThat(plan.text()).contains("P0@W1 is not planned: There is no forecast of it");
  }

  @Test
  void aRoomWhoseItemsCannotBePlannedDoesNotFailTheBatch() {
    Item unknown = item(1);
    unknown.id = SeriesId.of("P0", "W2");
    StockItem good = item(20).build();
    StockOptimizer optimizer = StockOptimizer.builder().space(WarehouseId.of("W2"), 9).build();
    List<StockItem> items = List.of(unknown.build(), good);
    assertThat(plan(optimizer, panel(daily(good.id(), 10, 0)), items).lines()).hasSize(1);
    assertThatThrownBy(
            () -> optimizer.optimize(panel(daily(good.id(), 10, 0)), List.of(good), TODAY))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("W2", "must have a line", "Maybe it is misspelt");
  }
}
