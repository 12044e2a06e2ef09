package io.synkro.predict.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockItemTest {
  private static final SeriesId ID = SeriesId.of("P1", "W1");
  private static final LocalDate DUE = LocalDate.of(2024, 5, 3);

  @Test
  void inventoryPositionCountsWhatIsOrderedAndWhatIsOwed() {
    // by hand: 10 on hand + 5 + 7 on order - 4 owed
    StockPosition position =
        new StockPosition(ID, 10, 4, List.of(new OpenOrder(5, DUE), new OpenOrder(7, DUE)));
    assertThat(position.onOrder()).isEqualTo(12);
    assertThat(position.inventoryPosition()).isEqualTo(18);
    assertThat(StockPosition.of(ID, 3).inventoryPosition()).isEqualTo(3);
  }

  @Test
  void openOrdersAreCopied() {
    List<OpenOrder> orders = new ArrayList<>(List.of(new OpenOrder(5, DUE)));
    StockPosition position = new StockPosition(ID, 0, 0, orders);
    orders.clear();
    assertThat(position.openOrders()).hasSize(1);
  }

  @Test
  void refusesImpossibleStock() {
    assertThatThrownBy(() -> StockPosition.of(ID, -1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "onHand of P1@W1 (-1) must be zero or positive, and finite."
                + " Maybe give negative stock as onHand 0 and backordered units.");
    assertThatThrownBy(() -> new StockPosition(ID, 1, Double.NaN, List.of()))
        .hasMessageContaining("backordered of P1@W1 (NaN)");
    assertThatThrownBy(() -> new OpenOrder(0, DUE))
        .hasMessage(
            "quantity of an open order (0) must be positive and finite."
                + " Maybe leave out orders of nothing.");
  }

  @Test
  void refusesImpossibleSupply() {
    SupplierId supplier = SupplierId.of("S1");
    LeadTime week = LeadTime.fixed(7);
    assertThatThrownBy(() -> new SupplyTerms(supplier, week, 0, 1, 0))
        .hasMessage("reviewDays (0) must be at least 1. Maybe use 1 for a daily look.");
    assertThatThrownBy(() -> new SupplyTerms(supplier, week, 1, 0, 0))
        .hasMessageContaining("packSize (0) must be positive and finite.");
    assertThatThrownBy(() -> new SupplyTerms(supplier, week, 1, 1, -2))
        .hasMessageContaining("minimumOrder (-2) must be zero or positive");
    assertThatThrownBy(() -> SupplierId.of(" "))
        .hasMessageContaining("supplier ( ) must have 1 to 256 characters");
    assertThat(SupplierId.of("S1")).isLessThan(SupplierId.of("S2")).hasToString("S1");
  }

  @Test
  void refusesImpossibleMoneyAndServiceAndSpace() {
    assertThatThrownBy(() -> new ItemCosts(0, 1, 1, 0.2))
        .hasMessage("unitCost (0) must be positive and finite.");
    assertThatThrownBy(() -> new ItemCosts(1, -1, 1, 0.2)).hasMessageContaining("unitPrice (-1)");
    assertThatThrownBy(() -> new ItemCosts(1, 1, -1, 0.2)).hasMessageContaining("orderCost (-1)");
    assertThatThrownBy(() -> new ItemCosts(1, 1, 1, Double.NaN))
        .hasMessage(
            "holdingRatePerYear (NaN) must be zero or positive, and finite."
                + " Maybe write 25 % a year as 0.25.");
    assertThatThrownBy(() -> ServiceLevel.cycle(1))
        .hasMessage(
            "service level (1) must be above 0 and below 1."
                + " Maybe write 95 % as 0.95; 100 % would need endless stock.");
    assertThatThrownBy(() -> ServiceLevel.fillRate(0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () ->
                new StockItem(
                    StockPosition.of(ID, 1),
                    new SupplyTerms(SupplierId.of("S"), LeadTime.fixed(1), 1, 1, 0),
                    new ItemCosts(1, 2, 0, 0),
                    ServiceLevel.cycle(0.9),
                    -1))
        .hasMessageContaining("unitVolume of P1@W1 (-1)");
  }

  @Test
  void sizesAreNeverNegative() {
    assertThat(UnitSize.ofVolume(0.5)).isEqualTo(new UnitSize(0.5, 0, 0));
    assertThatThrownBy(() -> new UnitSize(0, -1, 0)).hasMessageContaining("unitWeight (-1)");
    assertThatThrownBy(() -> new UnitSize(0, 0, Double.NaN))
        .hasMessageContaining("unitPallets (NaN)");
  }

  @Test
  void marginIsNeverNegative() {
    assertThat(new ItemCosts(4, 10, 0, 0).unitMargin()).isEqualTo(6);
    assertThat(new ItemCosts(10, 4, 0, 0).unitMargin()).isZero();
  }
}
