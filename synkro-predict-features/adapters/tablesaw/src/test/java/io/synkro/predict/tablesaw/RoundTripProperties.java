package io.synkro.predict.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tech.tablesaw.api.Table;

/** What was written to a table comes back as it was. */
class RoundTripProperties {

  @Property(tries = 100)
  void panels(
      @ForAll long seed, @ForAll Frequency frequency, @ForAll @IntRange(max = 3) int future) {
    SeriesPanel panel = panel(new Random(seed), frequency, future);
    Table table = Tables.table(panel);
    SeriesPanel back = Tables.panel(table, PanelMapping.of(panel));
    assertThat(text(back)).isEqualTo(text(panel));

    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      order.add(row);
    }
    Collections.shuffle(order, new Random(seed));
    Table shuffled = table.rows(order.stream().mapToInt(Integer::intValue).toArray());
    SeriesPanel again = Tables.panel(shuffled, PanelMapping.of(panel));
    assertThat(text(again)).containsExactlyInAnyOrderElementsOf(text(panel));
  }

  private static SeriesPanel panel(Random random, Frequency frequency, int future) {
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2023, 1, 1));
    SeriesPanelBuilder builder =
        SeriesPanel.builder(axis)
            .futureSteps(future)
            .covariate("price", Availability.KNOWN_IN_FUTURE)
            .covariate("in_stock", Availability.PAST_ONLY)
            .attribute("brand");
    for (int s = 0; s < 1 + random.nextInt(4); s++) {
      double[] units = values(random, 1 + random.nextInt(6));
      SeriesId id = SeriesId.of("P" + s, "wä\"," + random.nextInt(2));
      builder.add(
          new TimeSeries(id, axis, s == 0 ? 0 : random.nextInt(5), units),
          Map.of("price", values(random, units.length + future)),
          random.nextBoolean() ? Map.of("brand", "b" + s) : Map.of());
    }
    return builder.build();
  }

  private static double[] values(Random random, int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian() * 1e6);
    return values;
  }

  private static List<String> text(SeriesPanel panel) {
    List<String> series = new ArrayList<>();
    for (int s = 0; s < panel.size(); s++) {
      int at = s;
      StringBuilder text = new StringBuilder();
      text.append(panel.id(s)).append(' ').append(panel.axis().at(panel.start(s)));
      text.append(' ').append(Arrays.toString(panel.values(s)));
      for (Covariate each : panel.covariates()) {
        text.append(' ').append(each.name()).append(each.availability());
        for (int t = 0; t < panel.length(s) + each.futureSteps(); t++) {
          text.append(' ').append(each.value(s, t));
        }
      }
      panel.attributes().forEach(each -> text.append(' ').append(each.value(at)));
      series.add(text.toString());
    }
    return series;
  }

  @Property(tries = 100)
  void batches(@ForAll long seed, @ForAll @IntRange(max = 20) int rows) {
    Random random = new Random(seed);
    FeatureSchema schema =
        new FeatureSchema(List.of(Feature.number("mean.28"), Feature.category("type", 5)));
    EntityKey[] keys = new EntityKey[rows];
    Arrays.setAll(keys, row -> EntityKey.of("P" + random.nextInt(3), "@ " + row));
    long[] events = random.longs(rows, -62_135_596_800_000L, 253_402_300_799_999L).toArray();
    long[] known = random.longs(rows, -62_135_596_800_000L, 253_402_300_799_999L).toArray();
    float[][] columns = new float[2][rows];
    for (int row = 0; row < rows; row++) {
      columns[0][row] = row == 0 ? -0f : Float.intBitsToFloat(random.nextInt());
      columns[1][row] = random.nextInt(6) == 5 ? Float.NaN : random.nextInt(5);
    }
    FeatureBatch batch = new FeatureBatch(keys, events, known, new FeatureTable(schema, columns));
    FeatureBatch back = Tables.batch(Tables.table(batch, Entity.SERIES), Entity.SERIES, schema);
    for (int row = 0; row < rows; row++) {
      assertThat(back.key(row)).isEqualTo(keys[row]);
      assertThat(back.eventMillis(row)).isEqualTo(events[row]);
      assertThat(back.knownMillis(row)).isEqualTo(known[row]);
    }
    assertThat(bits(back.values())).isEqualTo(bits(batch.values()));
    assertThat(bits(Tables.features(Tables.table(batch.values()), schema)))
        .isEqualTo(bits(batch.values()));
  }

  private static List<Integer> bits(FeatureTable table) {
    List<Integer> bits = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      for (int c = 0; c < table.schema().size(); c++) {
        bits.add(Float.floatToIntBits(table.value(row, c)));
      }
    }
    return bits;
  }
}
