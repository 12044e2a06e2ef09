package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.orders.CustomerId;
import io.synkro.predict.orders.OrderId;
import io.synkro.predict.orders.OrderLine;
import io.synkro.predict.orders.OrderLines;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReorderWindowTest {
  private static final int CUTOFF = 1000;
  private final OrderLines.Builder lines = OrderLines.builder();
  private int orders;

  @Test
  void theDayOfTheCutoffIsTheFutureAndTheDayBeforeIsTheLastWeek() {
    buy(CUTOFF - 1, 50);
    buy(CUTOFF, 70);
    ReorderWindow window = window();
    assertThat(window.label(0)).isEqualTo(1);
    assertThat(window.weeksSince(0)).isZero();
    assertThat(window.orders(0)).isEqualTo(1);
    float[] sequence = window.sequence(0);
    assertThat(sequence[22]).isCloseTo((float) Math.log(2), within(1e-6f));
    assertThat(sequence[23]).isCloseTo((float) Math.log(51), within(1e-6f));
    for (int i = 0; i < 22; i++) {
      assertThat(sequence[i]).isZero();
    }
  }

  @Test
  void theWindowHas84DaysBackAnd28Ahead() {
    buy(CUTOFF - 84, 1);
    buy(CUTOFF + 28, 1);
    assertThat(window().sequence(0)[0]).isPositive();
    assertThat(window().label(0)).isZero(); // one day too late
    buy(CUTOFF + 27, 1);
    assertThat(window().label(0)).isEqualTo(1);
  }

  @Test
  void customersWithoutAnOrderInTheWindowAreLeftOut() {
    buy(CUTOFF - 85, 1);
    buy(CUTOFF + 3, 1);
    assertThat(window().size()).isZero();
  }

  /**
   * By hand: one customer, who ordered again. All: 1.5 / 2 = 0.75; her weeks: (1 + 7.5) / 11 =
   * 0.772727; her cell: (1 + 7.72727) / 11 = 0.793388.
   */
  @Test
  void theRuleDrawsFewCustomersTowardsAll() {
    buy(CUTOFF - 1, 1);
    buy(CUTOFF + 1, 1);
    ReorderWindow window = window();
    ReorderRule rule = ReorderRule.fit(List.of(window));
    assertThat(rule.probability(window, 0)).isCloseTo(0.793388, within(1e-6));
  }

  private void buy(int day, double price) {
    lines.add(
        new OrderLine(
            OrderId.of("o" + orders++),
            CustomerId.of("c"),
            SeriesId.of("p", "w"),
            LocalDate.ofEpochDay(day),
            1,
            price));
  }

  private ReorderWindow window() {
    OrderLines all = lines.build();
    return ReorderWindow.of(OrderBook.of(all), all.customers().size(), CUTOFF);
  }
}
