package io.synkro.predict.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StockLineTest {
  private static final SeriesId ID = SeriesId.of("P7", "W3");
  private static final SupplierId SUPPLIER = SupplierId.of("S5");

  private static StockLine.Builder line(double... demand) {
    return StockLine.builder(ID, demand);
  }

  static void assertRefused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void keepsWhatIsSoldInTime() {
    StockLine line = line(1, 2, 3, 4).shelfLife(2).build();
    assertThat(line.maximumStock(0)).isEqualTo(5);
    assertThat(line.maximumStock(1)).isEqualTo(7);
    assertThat(line.maximumStock(2)).isEqualTo(4 + 3.5); // the mean of 3 and 4 beyond the end
    assertThat(line.maximumStock(3)).isEqualTo(2 * 3.5);
    assertThat(line(1, 2, 3, 4).shelfLife(0).build().maximumStock(2)).isZero();
    assertThat(line(1, 5).shelfLife(9).build().maximumStock(1)).isEqualTo(9 * 3);
    assertThat(line(1, 2).build().maximumStock(0)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void stockThatIsThereAlreadyMayStay() {
    StockLine line = line(1, 2, 3, 4).shelfLife(1).initialStock(20).build();
    assertThat(line.maximumStock(0)).isEqualTo(19);
    assertThat(line.maximumStock(3)).isEqualTo(10);
  }

  @Test
  void aLongerLifeNeverKeepsLess() {
    double[] demand = {3, 0, 7, 1, 4};
    for (int life = 0; life < 12; life++) {
      for (int t = 0; t < demand.length; t++) {
        double shorter = line(demand).shelfLife(life).build().maximumStock(t);
        double longer = line(demand).shelfLife(life + 1).build().maximumStock(t);
        boolean known = life + 1 <= demand.length - 1 - t;
        assertThat(longer).isGreaterThanOrEqualTo(known ? shorter : 0);
      }
    }
  }

  @Test
  void badInputNamesTheItem() {
    assertRefused(() -> line(1, Double.NaN), "P7@W3", "NaN");
    assertRefused(() -> line(-1), "P7@W3", "-1");
    assertRefused(() -> line(), "P7@W3");
    assertRefused(() -> line(1).packSize(0), "P7@W3", "packSize");
    assertRefused(() -> line(1).initialStock(Double.POSITIVE_INFINITY), "P7@W3");
    assertRefused(() -> line(1).arrival(1, 5), "P7@W3", "from 0 to 0");
    assertRefused(() -> line(1).minimumStock(2, 5), "P7@W3");
    assertRefused(() -> line(1).shelfLife(-1), "P7@W3", "shelfLife");
    assertRefused(() -> line(1).frozenPeriods(-1), "P7@W3");
    assertRefused(() -> line(1).terminalValue(-1, 0), "P7@W3");
    assertRefused(() -> line(1).space(Space.WEIGHT, -2), "P7@W3", "WEIGHT");
    assertRefused(() -> line(1e308, 1e308).initialStock(-1e308).build(), "P7@W3", "after period 0");
  }

  @Test
  void badOptionsNameTheSupplier() {
    assertRefused(() -> SupplyOption.of(SUPPLIER, -1, 1), "leadPeriods of S5", "-1");
    assertRefused(() -> SupplyOption.of(SUPPLIER, Integer.MAX_VALUE, 1), "leadPeriods of S5");
    assertRefused(() -> SupplyOption.of(SUPPLIER, 1, -3), "unitCost of S5", "-3");
    assertRefused(() -> option(Double.NaN, 1, 1), "orderCost of S5", "NaN");
    assertRefused(() -> option(0, 0, 1), "minimumPacks of S5");
    assertRefused(() -> option(0, 3, 2), "maximumPacks of S5");
    assertRefused(() -> option(0, 1, 9, new PriceBreak(2, 5)), "breaks of S5");
    assertRefused(() -> new PriceBreak(1, 1), "price break");
  }

  private static SupplyOption option(double orderCost, int least, int most, PriceBreak... breaks) {
    return new SupplyOption(SUPPLIER, 1, 4, orderCost, least, most, List.of(breaks));
  }
}
