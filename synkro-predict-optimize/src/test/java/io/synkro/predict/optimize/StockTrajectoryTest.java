package io.synkro.predict.optimize;

import static io.synkro.predict.optimize.PlanCases.TODAY;
import static io.synkro.predict.optimize.PlanCases.daily;
import static io.synkro.predict.optimize.PlanCases.item;
import static io.synkro.predict.optimize.PlanCases.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.optimize.PlanCases.Item;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockTrajectoryTest {

  @Test
  void followsReceiptsAndDemand() {
    // by hand: 35, 100 due on day 2; 10 a day
    Item item = item(35);
    item.orders = List.of(new OpenOrder(100, TODAY.plusDays(2)));
    PlanLine line = line(item, 10, 2);
    StockTrajectory trajectory = StockTrajectory.of(daily(item.id, 10, 2), item.build(), line, 15);
    assertThat(trajectory.days().get(0).mean()).isCloseTo(25, within(1e-9));
    assertThat(trajectory.days().get(1).mean()).isCloseTo(115, within(1e-9));
    assertThat(trajectory.days().get(1).received()).isEqualTo(100);
    // 1.6448536 standard deviations of two days, 2 * sqrt(2)
    assertThat(trajectory.days().get(1).low())
        .isCloseTo(115 - 1.6448536269514722 * 2 * Math.sqrt(2), within(1e-9));
    assertThat(trajectory.days().get(1).high())
        .isCloseTo(115 + 1.6448536269514722 * 2 * Math.sqrt(2), within(1e-9));
  }

  @Test
  void holdsThePlannedOrder() {
    // by hand: 20 last two days, 40 arrive on day 5 in the morning, 10 on day 6
    Item item = item(20);
    StockTrajectory trajectory =
        StockTrajectory.of(daily(item.id, 10, 0), item.build(), line(item, 10, 0), 6);
    assertThat(trajectory.days())
        .extracting(StockTrajectory.Day::mean)
        .usingComparatorForType((x, y) -> Math.abs(x - y) < 1e-9 ? 0 : 1, Double.class)
        .containsExactly(10.0, 0.0, 0.0, 0.0, 30.0, 30.0);
    assertThatThrownBy(
            () ->
                StockTrajectory.of(
                    daily(SeriesId.of("X", "W"), 1, 0), item.build(), line(item, 10, 0), 6))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be that of the item, P1@W1");
  }

  @Test
  void owedUnitsLeaveWithTheNextReceipt() {
    // by hand: 30 owed; of the 50 that arrive on day 2, 20 are left for that day's demand of 10
    Item item = item(0);
    item.backordered = 30;
    item.orders = List.of(new OpenOrder(50, TODAY.plusDays(2)));
    StockTrajectory trajectory =
        StockTrajectory.of(daily(item.id, 10, 0), item.build(), line(item, 10, 0), 3);
    assertThat(trajectory.days())
        .extracting(StockTrajectory.Day::mean)
        .containsExactly(0.0, 10.0, 0.0);
  }
}
