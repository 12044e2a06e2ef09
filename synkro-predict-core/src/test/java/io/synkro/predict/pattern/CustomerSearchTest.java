package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.orders.CustomerId;
import io.synkro.predict.orders.OrderId;
import io.synkro.predict.orders.OrderLine;
import io.synkro.predict.orders.OrderLines;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CustomerSearchTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private final OrderLines.Builder lines = OrderLines.builder();
  private int orders;

  /**
   * By hand: five different values are one quintile each; of four equal ones all are in the middle.
   */
  @Test
  void quintilesEqualTheComputationByHand() {
    assertThat(CustomerSearch.scores(new double[] {30, 10, 50, 20, 40}))
        .containsExactly(3, 1, 5, 2, 4);
    assertThat(CustomerSearch.scores(new double[] {7, 7, 7, 7})).containsExactly(3, 3, 3, 3);
    // 1 1 1 1 9: the ones share ranks 0 to 4, worse = 2 of 5, score 3; 9: worse = 4.5 of 5, score 5
    assertThat(CustomerSearch.scores(new double[] {1, 1, 1, 1, 9})).containsExactly(3, 3, 3, 3, 5);
  }

  @Test
  void recencyFrequencyAndMoneyNetReturns() {
    buy("a", 0, 2, 10);
    buy("a", 5, 1, 30);
    buy("a", 7, -1, 10); // an order that only returns
    buy("b", 9, 1, 5);
    buy("c", 3, -4, 5); // never bought anything
    CustomerReport report = search();
    assertThat(report.withoutPurchase()).isEqualTo(1);
    assertThat(report.customers()).hasSize(2);
    CustomerProfile a = report.customers().get(0);
    assertThat(a.customer()).isEqualTo(CustomerId.of("a"));
    assertThat(a.recencyDays()).isEqualTo(5); // from day 5 to day 10
    assertThat(a.orders()).isEqualTo(2);
    assertThat(a.revenue()).isEqualTo(20 + 30 - 10);
    assertThat(report.customers().get(1).recencyDays()).isEqualTo(1);
  }

  @Test
  void everySegmentFollowsItsRule() {
    assertThat(CustomerSegment.of(9, 5, 4, 4)).isEqualTo(CustomerSegment.CHAMPIONS);
    assertThat(CustomerSegment.of(1, 4, 1, 5)).isEqualTo(CustomerSegment.NEW);
    assertThat(CustomerSegment.of(9, 3, 4, 5)).isEqualTo(CustomerSegment.LOYAL);
    assertThat(CustomerSegment.of(9, 5, 4, 3)).isEqualTo(CustomerSegment.LOYAL);
    assertThat(CustomerSegment.of(2, 4, 3, 5)).isEqualTo(CustomerSegment.PROMISING);
    assertThat(CustomerSegment.of(2, 3, 3, 5)).isEqualTo(CustomerSegment.NEEDS_ATTENTION);
    assertThat(CustomerSegment.of(9, 2, 4, 1)).isEqualTo(CustomerSegment.AT_RISK);
    assertThat(CustomerSegment.of(2, 1, 1, 4)).isEqualTo(CustomerSegment.AT_RISK);
    assertThat(CustomerSegment.of(1, 2, 3, 3)).isEqualTo(CustomerSegment.DORMANT);
  }

  @Test
  void segmentsHoldEveryCustomerAndAllRevenue() {
    for (int c = 0; c < 40; c++) {
      for (int o = 0; o <= c % 7; o++) {
        buy("c" + c, (c * 31 + o * 17) % 200, 1, 1 + c % 11);
      }
    }
    CustomerReport report = search();
    assertThat(report.segments()).hasSize(CustomerSegment.values().length);
    assertThat(report.segments().stream().mapToInt(CustomerReport.Segment::customers).sum())
        .isEqualTo(40);
    assertThat(report.segments().stream().mapToDouble(CustomerReport.Segment::revenueShare).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void withoutOrdersThereIsNobody() {
    CustomerReport report = search();
    assertThat(report.customers()).isEmpty();
    assertThat(report.segments())
        .allSatisfy(segment -> assertThat(segment.revenueShare()).isZero());
  }

  private void buy(String customer, int day, double quantity, double price) {
    lines.add(
        new OrderLine(
            OrderId.of("o" + orders++),
            CustomerId.of(customer),
            SeriesId.of("p", "w"),
            FIRST.plusDays(day),
            quantity,
            price));
  }

  private CustomerReport search() {
    OrderLines all = lines.build();
    return new CustomerSearch(all, OrderBook.of(all)).search();
  }
}
