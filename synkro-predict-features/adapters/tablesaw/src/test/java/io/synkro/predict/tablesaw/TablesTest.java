package io.synkro.predict.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {
  private static final PanelMapping DAILY = PanelMapping.of(Frequency.DAILY);
  private static final FeatureSchema X = new FeatureSchema(List.of(Feature.number("x")));

  private static Table sales() {
    return Table.create(
        IntColumn.create("product", new int[] {1, 1, 2}),
        StringColumn.create("warehouse", "B", "B", "B"),
        DateColumn.create(
            "date", LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 2)),
        DoubleColumn.create("units", 4, 1, Double.NaN),
        DoubleColumn.create("price", 9.5, Double.NaN, 2),
        StringColumn.create("brand", "", "x", ""));
  }

  @Test
  void absentDatesAreMissing() {
    PanelMapping mapping =
        DAILY.withCovariate("price", Availability.PAST_ONLY).withAttribute("brand");
    SeriesPanel panel = Tables.panel(sales(), mapping);
    assertThat(panel.ids()).containsExactly(SeriesId.of("1", "B"), SeriesId.of("2", "B"));
    assertThat(panel.values(0)).containsExactly(1, Double.NaN, Double.NaN, 4);
    assertThat(panel.start(1)).isEqualTo(1);
    assertThat(panel.values(1)).containsExactly(Double.NaN);
    assertThat(panel.covariates().get(0).value(0, 3)).isEqualTo(9.5);
    assertThat(panel.attributes().get(0).value(0)).isEqualTo("x");
    assertThat(panel.attributes().get(0).value(1)).isEqualTo(SeriesPanelBuilder.UNKNOWN);
  }

  @Test
  void aCsvFileThatTablesawHasReadIsAPanel() {
    String csv = "product,warehouse,date,units\nP,B,2024-03-01,1\nP,B,2024-03-02,2.5\n";
    SeriesPanel panel = Tables.panel(Table.read().csv(new StringReader(csv)), DAILY);
    assertThat(panel.values(0)).containsExactly(1, 2.5);
  }

  private static void assertRefused(Table table, PanelMapping mapping, String... parts) {
    assertThatThrownBy(() -> Tables.panel(table, mapping))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void refusesRowsThatMakeNoPanel() {
    assertRefused(sales().removeColumns("date"), DAILY, "column (date) must be in the table");
    Table twice = sales();
    twice.dateColumn("date").set(1, LocalDate.of(2024, 3, 4));
    assertRefused(twice, DAILY, "column date, row 1 (2024-03-04) must occur once");
    Table gap = sales();
    gap.dateColumn("date").setMissing(2);
    assertRefused(gap, DAILY, "column date, row 2", "must be a date from 1900 to 2199");
    PanelMapping weekly = PanelMapping.of(Frequency.WEEKLY);
    assertRefused(sales(), weekly, "column date, row 0 (2024-03-04) must begin a step");
    PanelMapping monthly = PanelMapping.of(Frequency.MONTHLY);
    assertRefused(sales(), monthly, "column date, row 0", "Maybe use 2024-03-01T00:00");
    Table infinite = sales();
    infinite.doubleColumn("units").set(1, Double.NEGATIVE_INFINITY);
    assertRefused(infinite, DAILY, "column units, row 1 (-Infinity) must be at most 1e15");
    Table nobody = sales();
    nobody.intColumn("product").setMissing(1);
    assertRefused(nobody, DAILY, "column product, row 1");
    Table text = sales().removeColumns("units").addColumns(StringColumn.create("units", 3));
    assertRefused(text, DAILY, "type of column units (STRING) must have numbers");
    Table fraction =
        sales().removeColumns("product").addColumns(DoubleColumn.create("product", 1, 1, 2));
    assertRefused(fraction, DAILY, "type of column product (DOUBLE)");
    Table brands = sales();
    brands.stringColumn("brand").set(0, "y");
    assertRefused(
        brands, DAILY.withAttribute("brand"), "column brand, row 1 (x) must be the same", ", y");
    assertRefused(sales(), DAILY.withFutureSteps(4), "steps of series 1@B (4)");
    Table planned = sales().dropRows(2);
    assertRefused(planned, DAILY.withFutureSteps(1), "column units, row 0 (4", "must be missing");
    assertRefused(sales().emptyCopy(), DAILY, "rows of the table (0)");
  }

  @Test
  void refusesFeaturesAndBatchesThatCannotBeTakenOver() {
    Table large = Table.create(DoubleColumn.create("x", 1, 1e39));
    assertThatThrownBy(() -> Tables.features(large, X))
        .hasMessageContaining("column x, row 1 (1.0E39) must be at most 3.4e38");
    Instant now = Instant.EPOCH;
    Table batch =
        Table.create(
            StringColumn.create("product", "a", ""),
            InstantColumn.create("event_time", now, now),
            InstantColumn.create("known_at", now, null),
            FloatColumn.create("x", 1f, 2f));
    assertThatThrownBy(() -> Tables.batch(batch, Entity.PRODUCT, X))
        .hasMessageContaining("column product, row 1");
    batch.stringColumn("product").set(1, "b");
    assertThatThrownBy(() -> Tables.batch(batch, Entity.PRODUCT, X))
        .hasMessageContaining("column known_at, row 1")
        .hasMessageContaining("must not be missing");
    FeatureSchema cases = new FeatureSchema(List.of(Feature.number("x"), Feature.number("X")));
    FeatureTable two = new FeatureTable(cases, new float[2][0]);
    assertThatThrownBy(() -> Tables.table(two)).hasMessageContaining("upper and lower case");
    FeatureBatch far =
        new FeatureBatch(
            new EntityKey[] {EntityKey.of("a")},
            new long[] {Long.MAX_VALUE},
            new long[1],
            new FeatureTable(X, new float[1][1]));
    assertThatThrownBy(() -> Tables.table(far, Entity.PRODUCT))
        .hasMessageContaining("event_time of row 0")
        .hasMessageContaining("must be in the years 1 to 9999");
  }
}
