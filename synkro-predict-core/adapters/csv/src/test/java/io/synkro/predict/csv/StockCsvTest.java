package io.synkro.predict.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are the numbers written into the small files of each test. */
class StockCsvTest {
  private static final String ALL =
      "product,warehouse,on_hand,backordered,on_order,due,supplier,lead_time_days,"
          + "lead_time_sd_days,review_days,pack_size,min_order,unit_cost,unit_price,order_cost,"
          + "holding_rate,service_level,unit_volume";

  private final Path folder;

  StockCsvTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyColumnGoesToItsPlace() {
    Path file =
        CsvFiles.write(
            folder,
            "stock.csv",
            ALL,
            "A,W,10,2,30,2024-03-05,ACME,14,3,1,6,12,2.5,4,20,0.3,0.9,0.01");

    StockItem item = StockCsv.read(file).items().get(0);

    assertThat(item.position().onHand()).isEqualTo(10);
    assertThat(item.position().backordered()).isEqualTo(2);
    assertThat(item.position().openOrders())
        .containsExactly(new OpenOrder(30, LocalDate.of(2024, 3, 5)));
    assertThat(item.supply().supplier().value()).isEqualTo("ACME");
    assertThat(item.supply().leadTime()).isEqualTo(LeadTime.ofMeanAndSd(14, 3));
    assertThat(item.supply().reviewDays()).isEqualTo(1);
    assertThat(item.supply().packSize()).isEqualTo(6);
    assertThat(item.supply().minimumOrder()).isEqualTo(12);
    assertThat(item.costs().unitCost()).isEqualTo(2.5);
    assertThat(item.costs().unitPrice()).isEqualTo(4);
    assertThat(item.costs().orderCost()).isEqualTo(20);
    assertThat(item.costs().holdingRatePerYear()).isEqualTo(0.3);
    assertThat(item.serviceLevel()).isEqualTo(ServiceLevel.fillRate(0.9));
    assertThat(item.unitVolume()).isEqualTo(0.01);
  }

  @Test
  void absentColumnsAndEmptyCellsTakeDefaultsAndAreReported() {
    Path file =
        CsvFiles.write(
            folder, "stock.csv", "product,warehouse,on_hand,unit_cost,shelf", "A,W,10,,X1");

    StockFile stock = StockCsv.read(file);

    StockItem item = stock.items().get(0);
    StockDefaults defaults = StockDefaults.standard();
    assertThat(item.supply()).isEqualTo(defaults.supply());
    assertThat(item.costs()).isEqualTo(defaults.costs());
    assertThat(item.serviceLevel()).isEqualTo(defaults.serviceLevel());
    assertThat(item.position().openOrders()).isEmpty();
    assertThat(stock.report().text())
        .contains("took defaults: backordered, on_order, due, supplier, lead_time_days")
        .contains("1 empty cells of unit_cost took the default")
        .contains("Columns that were not used: shelf");
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource({
    "'A,W,-1,0,0,,,,,,,,,,,,,', on_hand, zero or positive",
    "'A,W,,0,0,,,,,,,,,,,,,', on_hand, must not be empty",
    "'A,W,1,0,5,,,,,,,,,,,,,', due, when the units on order arrive",
    "'A,W,1,0,5,2024-02-30,,,,,,,,,,,,', due, day of the calendar",
    "'A,W,1,0,0,,,400,,,,,,,,,,', lead_time_days, at most 366",
    "'A,W,1,0,0,,,,,0,,,,,,,,', review_days, from 1 to 3660",
    "'A,W,1,0,0,,,,,,0,,,,,,,', pack_size, must be positive",
    "'A,W,1,0,0,,,,,,,,,,,,95,', service_level, below 1",
    "'A,W,1,0,0,,,,,,,,a,,,,,', unit_cost, must be a number",
  })
  void aWrongCellIsRejectedWithItsPlace(String line, String column, String reason) {
    Path file = CsvFiles.write(folder, "stock.csv", ALL, "B,W,1,0,0,,,,,,,,,,,,,", line);

    assertThatThrownBy(() -> StockCsv.read(file))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining("stock.csv:3, column \"%s\"", column)
        .hasMessageContaining(reason);
  }

  @Test
  void anItemThatIsGivenTwiceIsRejected() {
    Path file =
        CsvFiles.write(folder, "stock.csv", "product,warehouse,on_hand", "A,W,1", "B,W,1", "A,W,2");

    assertThatThrownBy(() -> StockCsv.read(file))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining("stock.csv:4")
        .hasMessageContaining("already given in line 2");
  }

  @Test
  void columnsMayHaveOtherNamesAndTheWarehouseMayBeConstant() {
    Path file = CsvFiles.write(folder, "stock.csv", "sku,qty", "A,4");

    StockFile stock =
        StockCsv.read(
            file,
            ColumnNames.standard()
                .with("product", "sku")
                .with("on_hand", "qty")
                .withConstant("warehouse", "MAIN"),
            StockDefaults.standard(),
            ReadLimits.strict());

    assertThat(stock.items().get(0).id()).hasToString("A@MAIN");
    assertThat(stock.items().get(0).position().onHand()).isEqualTo(4);
  }
}
