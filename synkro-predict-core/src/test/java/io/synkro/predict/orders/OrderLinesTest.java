package io.synkro.predict.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderLinesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

  @Test
  void linesComeBackAsTheyWentInAndIdsAreKeptOnce() {
    List<OrderLine> lines =
        List.of(
            line("O1", "C1", "A", 3, 2.5),
            line("O1", "C1", "B", -1, 4),
            line("O2", "C1", "A", 2, 1));
    OrderLines.Builder builder = OrderLines.builder();
    lines.forEach(builder::add);
    OrderLines orders = builder.build();
    assertThat(orders.toList()).isEqualTo(lines);
    assertThat(orders.size()).isEqualTo(3);
    assertThat(orders.orders()).containsExactly(OrderId.of("O1"), OrderId.of("O2"));
    assertThat(orders.customers()).containsExactly(CustomerId.of("C1"));
    assertThat(orders.items()).containsExactly(SeriesId.of("A", "W"), SeriesId.of("B", "W"));
    assertThat(orders.order(2)).isEqualTo(1);
    assertThat(orders.customer(2)).isZero();
    assertThat(orders.item(1)).isEqualTo(1);
    assertThat(orders.epochDay(0)).isEqualTo((int) DAY.toEpochDay());
    assertThat(orders.quantity(1)).isEqualTo(-1);
    assertThat(orders.unitPrice(0)).isEqualTo(2.5);
    assertThat(orders).hasToString("3 lines of 2 orders by 1 customers");
  }

  @Test
  void anEarlierCollectionDoesNotGrowWithItsBuilder() {
    OrderLines.Builder builder = OrderLines.builder().add(line("O1", "C1", "A", 1, 1));
    OrderLines first = builder.build();
    builder.add(line("O2", "C2", "B", 1, 1));
    assertThat(first.size()).isEqualTo(1);
    assertThat(first.orders()).hasSize(1);
  }

  @Test
  void revenueOfAReturnIsNegative() {
    assertThat(line("O", "C", "A", -2, 3.5).revenue()).isEqualTo(-7);
  }

  @Test
  void refusesLinesOfNothingAndNegativePrices() {
    assertThatThrownBy(() -> line("O9", "C", "A", 0, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "quantity in order O9 (0.0) must be finite and not zero."
                + " Maybe leave out lines of nothing.");
    assertThatThrownBy(() -> line("O9", "C", "A", Double.NaN, 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> line("O9", "C", "A", 1, -1))
        .hasMessageContaining("unitPrice in order O9 (-1)")
        .hasMessageContaining("Maybe give returns as a negative quantity.");
  }

  @Test
  void refusesDaysOutsideTheCalendarOfBusiness() {
    assertThatThrownBy(
            () ->
                new OrderLine(
                    OrderId.of("O9"),
                    CustomerId.of("C"),
                    SeriesId.of("A", "W"),
                    LocalDate.MAX,
                    1,
                    1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("day of order O9 (+999999999-12-31) must lie in the years 1 to 9999");
  }

  @Test
  void refusesIdsThatBreakFiles() {
    assertThatThrownBy(() -> OrderId.of("")).hasMessageContaining("order ()");
    assertThatThrownBy(() -> CustomerId.of("a\nb"))
        .hasMessageContaining("customer (a?b) must not contain control characters");
    assertThat(OrderId.of("a")).isLessThan(OrderId.of("b")).hasToString("a");
    assertThat(CustomerId.of("a")).isLessThan(CustomerId.of("b")).hasToString("a");
  }

  private static OrderLine line(
      String order, String customer, String product, double quantity, double price) {
    return new OrderLine(
        OrderId.of(order),
        CustomerId.of(customer),
        SeriesId.of(product, "W"),
        DAY,
        quantity,
        price);
  }
}
