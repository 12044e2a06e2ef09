package io.synkro.predict.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.series.SeriesId;
import org.junit.jupiter.api.Test;

class MinimumStockCopyTest {
  private static final StockLine LINE =
      StockLine.builder(SeriesId.of("p", "W"), 3, 4)
          .initialStock(5)
          .arrival(1, 2)
          .packSize(2)
          .space(Space.VOLUME, 0.5)
          .supply(SupplyOption.of(SupplierId.of("S"), 0, 1))
          .cost(StockCost.linear(1, 2))
          .terminalValue(0.5, 3)
          .minimumStock(0, 1)
          .shelfLife(1)
          .frozenPeriods(1)
          .build();

  @Test
  void aCopyDiffersInItsMinimumStockAlone() {
    double[] units = {7, Double.NEGATIVE_INFINITY};
    StockLine copy = LINE.withMinimumStock(units);
    units[0] = 8;
    assertThat(copy.minimumStock(0)).isEqualTo(7);
    assertThat(copy.minimumStock(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(copy)
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFields("netStock.least")
        .isEqualTo(LINE);
    assertThat(LINE.minimumStock(0)).isEqualTo(1);
  }

  @Test
  void badMinimumStocksAreRefused() {
    assertThatThrownBy(() -> LINE.withMinimumStock(1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("p@W");
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> LINE.withMinimumStock(1, bad))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("minimumStock of p@W")
          .hasMessageContaining(Double.toString(bad));
    }
  }
}
