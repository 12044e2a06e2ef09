package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.orders.CustomerId;
import io.synkro.predict.orders.OrderId;
import io.synkro.predict.orders.OrderLine;
import io.synkro.predict.orders.OrderLines;
import io.synkro.predict.series.ProductId;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssociationSearchTest {
  private final OrderLines.Builder lines = OrderLines.builder();
  private int orders;

  /**
   * By hand: 20 orders, bread in 10, butter in 8, both in 8: support 0.4, confidence 0.8 and 1,
   * lift 8 x 20 / (10 x 8) = 2. All 8 butters fall on the 10 breads in C(10,8) / C(20,8) = 45 /
   * 125970 of the cases; there is one pair, so the correction changes nothing.
   */
  @Test
  void countsLiftAndPValueEqualTheComputationByHand() {
    for (int i = 0; i < 20; i++) {
      if (i < 8) {
        order("bread", "butter");
      } else if (i < 10) {
        order("bread");
      } else {
        order("milk" + i);
      }
    }
    AssociationReport report = search();
    assertThat(report.orders()).isEqualTo(20);
    assertThat(report.testedPairs()).isEqualTo(1);
    Association pair = report.top().get(0);
    assertThat(pair.left()).isEqualTo(ProductId.of("bread"));
    assertThat(pair.right()).isEqualTo(ProductId.of("butter"));
    assertThat(pair.support()).isEqualTo(0.4);
    assertThat(pair.confidence()).isEqualTo(0.8);
    assertThat(pair.reverseConfidence()).isEqualTo(1);
    assertThat(pair.lift()).isEqualTo(2);
    assertThat(pair.pValue()).isCloseTo(45 / 125970.0, within(1e-12));
    assertThat(pair.adjustedPValue()).isEqualTo(pair.pValue());
  }

  /** Groceries data of the R package arules: {herbs} => {root vegetables} has lift 3.956477. */
  @Test
  void liftEqualsThePublishedRuleOfTheGroceriesData() {
    Association herbs =
        new Association(
            ProductId.of("herbs"), ProductId.of("root vegetables"), 69, 160, 1072, 9835, 0, 0);
    assertThat(herbs.lift()).isCloseTo(3.956477, within(5e-7));
  }

  @Test
  void returnsAndRepeatedLinesDoNotCount() {
    for (int i = 0; i < 20; i++) {
      lines.add(line("a", 1));
      lines.add(line("a", 2)); // the same product again
      lines.add(line("b", -1)); // taken back
      orders++;
    }
    assertThat(search().top()).isEmpty();
    assertThat(search().testedPairs()).isZero(); // one product alone was bought
  }

  @Test
  void independentProductsAreNotAssociated() {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 2000; i++) {
      for (int p = 0; p < 30; p++) {
        if (random.nextInt(10) == 0) {
          lines.add(line("p" + p, 1));
        }
      }
      orders++;
    }
    AssociationReport report = search();
    assertThat(report.testedPairs()).isEqualTo(30 * 29 / 2);
    assertThat(report.top()).isEmpty();
  }

  @Test
  void theStrongestComesFirstAndTheListIsCut() {
    for (int i = 0; i < 300; i++) {
      int kind = i % 3;
      order("x" + kind, "y" + kind, i % 2 == 0 ? "often" : "other");
    }
    OrderLines all = lines.build();
    AssociationReport report =
        new AssociationSearch(all).search(new PatternOptions(0.05, 8, 0.05, 0.001, 2));
    assertThat(report.significant()).isEqualTo(3);
    assertThat(report.top()).hasSize(2);
    assertThat(report.top().get(0).left()).isEqualTo(ProductId.of("x0"));
    assertThat(report.top().get(0).lift()).isEqualTo(3);
  }

  @Test
  void oneProductFromTwoWarehousesIsOneProduct() {
    for (int i = 0; i < 10; i++) {
      lines.add(line("a", "w" + i % 2));
      lines.add(line("b", "w1"));
      orders++;
      order("c" + i);
    }
    assertThat(search().top())
        .singleElement()
        .satisfies(a -> assertThat(a.bothOrders()).isEqualTo(10));
  }

  @Test
  void hugeOrdersAreLeftOutAndCounted() {
    for (int p = 0; p < 201; p++) {
      lines.add(line("p" + p, 1));
    }
    assertThat(search().skippedOrders()).isEqualTo(1);
    assertThat(search().orders()).isZero();
  }

  @Test
  void pairsAreCountedRightWhenTheTableGrows() {
    PairCounts counts = new PairCounts();
    for (int round = 0; round < 3; round++) {
      for (int a = 0; a < 100; a++) {
        for (int b = a + 1; b < 100; b++) {
          counts.add(a, b);
        }
      }
    }
    int[] seen = new int[2];
    counts.forEachAtLeast(
        3,
        (low, high, count) -> {
          seen[0]++;
          seen[1] += count;
        });
    assertThat(seen).containsExactly(4950, 3 * 4950);
    counts.forEachAtLeast(4, (low, high, count) -> seen[0]++);
    assertThat(seen[0]).isEqualTo(4950);
  }

  private void order(String... products) {
    for (String product : products) {
      lines.add(line(product, 1));
    }
    orders++;
  }

  private OrderLine line(String product, double quantity) {
    return line(product, "w", quantity);
  }

  private OrderLine line(String product, String warehouse) {
    return line(product, warehouse, 1);
  }

  private OrderLine line(String product, String warehouse, double quantity) {
    return new OrderLine(
        OrderId.of("o" + orders),
        CustomerId.of("c"),
        SeriesId.of(product, warehouse),
        LocalDate.of(2025, 1, 1),
        quantity,
        1);
  }

  private AssociationReport search() {
    return new AssociationSearch(lines.build()).search(PatternOptions.standard());
  }
}
