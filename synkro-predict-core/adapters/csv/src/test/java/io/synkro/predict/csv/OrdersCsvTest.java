package io.synkro.predict.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.orders.CustomerId;
import io.synkro.predict.orders.OrderId;
import io.synkro.predict.orders.OrderLine;
import io.synkro.predict.series.SeriesId;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are the numbers written into the small files of each test. */
class OrdersCsvTest {
  private static final String HEADER = "order,customer,product,warehouse,date,quantity,price";

  private final Path folder;

  OrdersCsvTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void linesKeepTheOrderOfTheFile() {
    Path file =
        CsvFiles.write(
            folder,
            "orders.csv",
            HEADER,
            "O2,C1,A,W,2024-03-02 14:37:00,3,2.5",
            "O1,C1,B,W,2024-03-01,-1,0");

    OrdersFile orders = OrdersCsv.read(file);

    assertThat(orders.lines().toList())
        .containsExactly(
            new OrderLine(
                OrderId.of("O2"),
                CustomerId.of("C1"),
                SeriesId.of("A", "W"),
                LocalDate.of(2024, 3, 2),
                3,
                2.5),
            new OrderLine(
                OrderId.of("O1"),
                CustomerId.of("C1"),
                SeriesId.of("B", "W"),
                LocalDate.of(2024, 3, 1),
                -1,
                0));
    assertThat(orders.report().negativeUnits()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource({
    "'O,C,A,W,2024-03-02,0,1', quantity, must not be zero",
    "'O,C,A,W,2024-03-02,,1', quantity, must not be empty",
    "'O,C,A,W,2024-03-02,1,-1', price, zero or positive",
    "'O,C,A,W,2024-03-02,1,', price, must not be empty",
    "'O,,A,W,2024-03-02,1,1', customer, must not be empty",
    "'O,C,A,W,2024-13-02,1,1', date, day of the calendar",
  })
  void aWrongCellIsRejectedWithItsPlace(String line, String column, String reason) {
    Path file = CsvFiles.write(folder, "orders.csv", HEADER, "O,C,A,W,2024-03-02,1,1", line);

    assertThatThrownBy(() -> OrdersCsv.read(file))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining("orders.csv:3, column \"%s\"", column)
        .hasMessageContaining(reason);
    assertThat(OrdersCsv.read(file, ColumnNames.standard(), ReadLimits.tolerate(1)).lines().size())
        .isEqualTo(1);
  }

  @Test
  void namesOfOtherFilesAreRefused() {
    assertThatThrownBy(
            () ->
                OrdersCsv.read(
                    folder.resolve("unread.csv"),
                    ColumnNames.standard().with("client", "x"),
                    ReadLimits.strict()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("client");
  }
}
