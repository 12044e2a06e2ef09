package io.synkro.predict.hierarchy;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;

/** Small hierarchies for tests. */
final class Hierarchies {
  static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2025, 1, 6));

  private Hierarchies() {}

  /** Total, groups A and B, and their series AA, AB, BA, BB, BC: 8 nodes in this order. */
  static Hierarchy small() {
    return Hierarchy.of(smallPanel(), Grouping.total(), Grouping.by("group"));
  }

  static SeriesPanel smallPanel() {
    double[][] history = {{2, 4, 6}, {1, 1, 1}, {0, 3, 6}, {4, 4, 1}, {3, 8, 6}};
    SeriesPanelBuilder builder = SeriesPanel.builder(AXIS).attribute("group");
    String[] names = {"AA", "AB", "BA", "BB", "BC"};
    for (int j = 0; j < names.length; j++) {
      TimeSeries series = new TimeSeries(SeriesId.of(names[j], "W"), AXIS, 0, history[j]);
      builder.add(series, Map.of(), Map.of("group", names[j].substring(0, 1)));
    }
    return builder.build();
  }

  /** Products in warehouses, each product of a category and each warehouse of a region. */
  static SeriesPanel crossed(int products, int warehouses, SplittableRandom random) {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(AXIS).attribute("category").attribute("region");
    for (int p = 0; p < products; p++) {
      for (int w = 0; w < warehouses; w++) {
        double[] values = {random.nextInt(9), random.nextInt(9), random.nextInt(9)};
        Map<String, String> attributes = Map.of("category", "c" + p % 3, "region", "r" + w % 2);
        SeriesId id = SeriesId.of("p" + p, "w" + w);
        builder.add(new TimeSeries(id, AXIS, 0, values), Map.of(), attributes);
      }
    }
    return builder.build();
  }

  static Hierarchy crossed(SeriesPanel panel) {
    return Hierarchy.of(
        panel,
        Grouping.total(),
        Grouping.by("region"),
        Grouping.byWarehouse(),
        Grouping.by("category").and(Grouping.byWarehouse()),
        Grouping.byProduct());
  }

  /** One column. */
  static double[][] column(double... values) {
    double[][] column = new double[values.length][1];
    for (int node = 0; node < values.length; node++) {
      column[node][0] = values[node];
    }
    return column;
  }

  static double[] column(ReconciledForecast forecast, int step) {
    double[] column = new double[forecast.nodes()];
    for (int node = 0; node < column.length; node++) {
      column[node] = forecast.value(node, step);
    }
    return column;
  }
}
