package io.synkro.predict.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected values are the numbers written into the small files of each test. */
class SalesMappingTest {
  private final Path folder;

  SalesMappingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private SalesFile read(Path sales, String... json) {
    SalesMapping mapping = SalesMapping.load(CsvFiles.write(folder, "mapping.json", json));
    return SalesCsv.read(sales, mapping, ReadLimits.strict());
  }

  @Test
  void aWidePriceTableWithNumberedWeeksIsRead() {
    Path sales =
        CsvFiles.write(
            folder,
            "sales.csv",
            "store,brand,week,logmove,price1,price2,deal,feat,move",
            "5,1,40,9.1,0.06,0.07,1,0,8256",
            "5,2,41,8.1,0.08,0.09,0,0.5,100",
            "5,2,40,8.1,0.10,0.11,0,0,200");

    SalesFile file =
        read(
            sales,
            "{\"columns\": {\"product\": \"brand\", \"warehouse\": \"store\", \"date\": \"week\",",
            "  \"units\": \"move\", \"price\": \"price{product}\", \"promotion\": \"deal\"},",
            " \"covariates\": [\"feat\"], \"known_in_future\": [\"price\", \"feat\"],",
            " \"dates\": {\"counts\": \"weeks\", \"first\": \"1989-09-14\"}}");

    SeriesPanel panel = file.panel();
    // Week 40 begins 39 weeks after 1989-09-14, on 1990-06-14 (a calendar).
    assertThat(panel.axis().origin()).isEqualTo(LocalDateTime.of(1990, 6, 14, 0, 0));
    assertThat(panel.axis().frequency()).isEqualTo(Frequency.WEEKLY);
    assertThat(panel.ids()).containsExactly(SeriesId.of("1", "5"), SeriesId.of("2", "5"));
    assertThat(panel.values(0)).containsExactly(8256, Double.NaN);
    assertThat(panel.values(1)).containsExactly(200, 100);
    assertThat(panel.covariate("price").orElseThrow().value(0, 0)).isEqualTo(0.06);
    assertThat(panel.covariate("price").orElseThrow().value(1, 1)).isEqualTo(0.09);
    assertThat(panel.covariate("feat").orElseThrow().value(1, 1)).isEqualTo(0.5);
    assertThat(panel.covariate("feat").orElseThrow().availability())
        .isEqualTo(Availability.KNOWN_IN_FUTURE);
    assertThat(panel.covariate("promotion").orElseThrow().availability())
        .isEqualTo(Availability.PAST_ONLY);
    assertThat(file.report().notes()).anyMatch(note -> note.endsWith("not used: logmove"));
  }

  @Test
  void productAndWarehouseComeFromTheAttributesByKey() {
    CsvFiles.write(
        folder,
        "series.csv",
        "series_id,item_id,cat_id,store_id",
        "X1,ITEM,FOODS,CA",
        "X2,ITEM,,TX");
    Path sales =
        CsvFiles.write(
            folder,
            "sales.csv",
            "series_id,timestamp,value",
            "X2,2024-03-01,2",
            "X1,2024-03-01,1",
            "X1,2024-03-02,3");
    String[] json = {
      "{\"columns\": {\"date\": \"timestamp\", \"units\": \"value\"},",
      " \"attributes\": {\"file\": \"series.csv\", \"key\": \"series_id\", \"product\": \"item_id\",",
      "                \"warehouse\": \"store_id\", \"take\": [\"cat_id\"]}}"
    };

    SeriesPanel panel = read(sales, json).panel();

    assertThat(panel.ids()).containsExactly(SeriesId.of("ITEM", "CA"), SeriesId.of("ITEM", "TX"));
    assertThat(panel.values(0)).containsExactly(1, 3);
    assertThat(panel.attribute("cat_id").orElseThrow().value(0)).isEqualTo("FOODS");
    assertThat(panel.attribute("cat_id").orElseThrow().value(1)).isEqualTo("(unknown)");

    Path unknown =
        CsvFiles.write(folder, "more.csv", "series_id,timestamp,value", "X9,2024-03-01,2");
    assertThatThrownBy(() -> read(unknown, json))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining("column \"series_id\", value \"X9\": is not in series.csv");
  }

  @Test
  void attributesAreJoinedByProductWithoutAKey() {
    CsvFiles.write(folder, "products.csv", "sku,family", "A,fruit", "B,bread");
    Path sales =
        CsvFiles.write(
            folder,
            "sales.csv",
            "product,date,units",
            "B,2024-03-01,2",
            "A,2024-03-01,2",
            "A,2024-03-02,2");

    SeriesPanel panel =
        read(
                sales,
                "{\"constants\": {\"warehouse\": \"ALL\"},",
                " \"attributes\": {\"file\": \"products.csv\", \"product\": \"sku\",",
                "                  \"take\": [\"family\"]}}")
            .panel();

    assertThat(panel.id(0)).isEqualTo(SeriesId.of("A", "ALL"));
    assertThat(panel.attribute("family").orElseThrow().value(1)).isEqualTo("bread");
  }

  @Test
  void aKeyThatIsGivenTwiceInTheAttributesIsRefused() {
    CsvFiles.write(folder, "products.csv", "sku,family", "A,fruit", "A,bread");
    Path sales = CsvFiles.write(folder, "sales.csv", "product,date,units", "A,2024-03-01,2");

    assertThatThrownBy(
            () ->
                read(
                    sales,
                    "{\"constants\": {\"warehouse\": \"ALL\"},",
                    " \"attributes\": {\"file\": \"products.csv\", \"product\": \"sku\"}}"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("products.csv:3: the key \"A\" is given twice");
  }

  @Test
  void absentRowsMayMeanThatNothingWasSoldAndDuplicatesMayBeAddedUp() {
    Path sales =
        CsvFiles.write(
            folder,
            "sales.csv",
            "product,warehouse,date,units,price",
            "A,W,2024-03-01,1,2",
            "A,W,2024-03-01,4,",
            "A,W,2024-03-01,5,5",
            "A,W,2024-03-02,,3",
            "A,W,2024-03-04,7,4",
            "B,W,2024-03-02,1,1");

    SalesFile file =
        read(
            sales,
            "{\"frequency\": \"daily\", \"absent_rows\": \"zero\", \"duplicates\": \"sum\"}");

    assertThat(file.panel().values(0)).containsExactly(10, Double.NaN, 0, 7);
    assertThat(file.panel().values(1)).containsExactly(1, 0, 0);
    // Mean of the two prices that are given: (2 + 5) / 2.
    assertThat(file.panel().covariate("price").orElseThrow().value(0, 0)).isEqualTo(3.5);
    assertThat(file.report().duplicatesSummed()).isEqualTo(2);
    assertThat(file.report().rowsAccepted()).isEqualTo(6);
  }

  @Test
  void unknownFieldsAreRefusedWithThoseThatAreKnown() {
    Path sales = folder.resolve("unread.csv");

    assertThatThrownBy(() -> read(sales, "{\"colums\": {}}"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no field \"colums\"")
        .hasMessageContaining("columns, constants, covariates")
        .hasMessageContaining("Maybe \"columns\" is meant");
    assertThatThrownBy(() -> read(sales, "{\"columns\": {\"sku\": \"x\"}}"))
        .hasMessageContaining("no field \"sku\"")
        .hasMessageContaining("product, warehouse, date");
    assertThatThrownBy(() -> read(sales, "{\"frequency\": \"fortnightly\"}"))
        .hasMessageContaining("hourly, daily, weekly");
    assertThatThrownBy(() -> read(sales, "{", "\"columns\" {}}"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("mapping.json:2: this is not JSON");
    assertThatThrownBy(() -> read(sales, "{\"covariates\": {\"a\": \"b\"}}"))
        .hasMessageContaining("must be a list of texts");
    assertThatThrownBy(() -> read(sales, "{\"known_in_future\": [\"in_stock\"]}"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("nobody knows tomorrow's availability");
  }

  @Test
  void aConstantMustBeAProductOrAWarehouse() {
    assertThatThrownBy(() -> SalesMapping.builder().constant(SalesRole.PRICE, "1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be product or warehouse");
  }

  @Test
  void aNameThatIsNoCovariateCannotBeKnownInTheFuture() {
    Path sales =
        CsvFiles.write(
            folder,
            "sales.csv",
            "product,warehouse,date,units",
            "A,W,2024-03-01,2",
            "A,W,2024-03-02,2");

    assertThatThrownBy(() -> read(sales, "{\"known_in_future\": [\"price\"]}"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("\"price\", which is no covariate");
  }
}
