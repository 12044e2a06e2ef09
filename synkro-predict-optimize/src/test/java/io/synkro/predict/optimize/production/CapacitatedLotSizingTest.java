package io.synkro.predict.optimize.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CapacitatedLotSizingTest {
  private static final ProductionItem ITEM =
      ProductionItem.builder("a").demand(10, 0, 20).setup(50, 5).holdingCost(2).build();

  private static void refused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void badNumbersAreRefusedByName() {
    ProductionItem.Builder item = ProductionItem.builder("pump");
    refused(() -> item.demand(1, -2), "demand in period 1", "pump", "-2");
    refused(() -> item.demand(Double.NaN), "demand in period 0", "pump", "NaN");
    refused(() -> item.setup(-1, 0), "setupCost", "pump");
    refused(() -> item.setup(0, Double.POSITIVE_INFINITY), "setupTime", "pump");
    refused(() -> item.holdingCost(Double.NaN), "holdingCost", "pump");
    refused(() -> item.unitCapacity(0), "unitCapacity", "pump");
    refused(() -> ProductionItem.builder("pump").build(), "periods of demand", "pump");
    refused(() -> ProductionItem.builder("a b"), "a b", "white space");
    refused(() -> ProductionItem.builder("x".repeat(201)), "201", "200");
  }

  @Test
  void badProblemsAreRefusedByName() {
    CapacitatedLotSizing.Builder builder = CapacitatedLotSizing.builder();
    refused(() -> builder.capacity(10, -1), "capacity of period 1", "-1");
    refused(() -> builder.capacity(5, Double.NaN), "capacity of period 1", "NaN");
    refused(builder::build, "periods of capacity");
    refused(() -> CapacitatedLotSizing.builder().constantCapacity(3, 9).build(), "number of items");
    refused(
        () -> CapacitatedLotSizing.builder().constantCapacity(2, 9).item(ITEM).build(),
        "item a",
        "3",
        "2");
    refused(
        () -> CapacitatedLotSizing.builder().constantCapacity(3, 9).item(ITEM).item(ITEM).build(),
        "a",
        "unique");
    ProductionItem huge = ProductionItem.builder("huge").demand(1e12, 1e12, 0).build();
    refused(
        () -> CapacitatedLotSizing.builder().constantCapacity(3, 9).item(huge).build(),
        "demand",
        "huge");
  }

  @Test
  void whatGoesInCannotBeChanged() {
    double[] capacity = {30, 30, 30};
    double[] demand = {10, 0, 20};
    ProductionItem item = ProductionItem.builder("b").demand(demand).build();
    CapacitatedLotSizing problem =
        CapacitatedLotSizing.builder().capacity(capacity).item(item).build();
    capacity[0] = 0;
    demand[0] = 0;
    assertThat(problem.capacity(0)).isEqualTo(30);
    assertThat(problem.items().get(0).demand(0)).isEqualTo(10);
  }

  @Test
  void theCheckFindsEveryFault() {
    CapacitatedLotSizing problem =
        CapacitatedLotSizing.builder().capacity(30, 10, 30).item(ITEM).build();
    LotSizingPlan good = LotSizingPlan.of(problem, new double[][] {{15, 5, 10}});
    LotSizingCheck check = LotSizingCheck.of(problem, good);
    assertThat(check.violations()).isEmpty();
    assertThat(check.setupCost()).isEqualTo(150);
    assertThat(check.holdingCost()).isEqualTo(2 * (5 + 10));
    assertThat(check.total()).isEqualTo(180);
    assertThat(good.stock(0, 1)).isEqualTo(10);
    assertThat(good.isSetUp(0, 2)).isTrue();
    LotSizingPlan late = LotSizingPlan.of(problem, new double[][] {{9, 0, 21}});
    assertThat(LotSizingCheck.of(problem, late).violations())
        .containsExactly(
            "item a lacks 1.0 units in period 0", "item a lacks 1.0 units in period 1");
    LotSizingPlan full = LotSizingPlan.of(problem, new double[][] {{10, 5.5, 14.5}});
    assertThat(LotSizingCheck.of(problem, full).violations())
        .containsExactly("Period 1 uses 10.5 of a capacity of 10.0");
    refused(() -> LotSizingPlan.of(problem, new double[][] {{1, -1, 0}}), "item a", "period 1");
    refused(() -> LotSizingPlan.of(problem, new double[][] {{1, 1}}), "item a", "3");
  }
}
