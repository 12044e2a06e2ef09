package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is known of a set as a panel. Stateless. */
final class SetPanel {
  private static final LocalDate LONG_AGO = LocalDate.of(1800, 1, 1);

  private SetPanel() {}

  /** All series end at the same step, whatever their dates: each is forecast from its own end. */
  static SeriesPanel of(SeriesSet set) {
    TimeAxis axis = TimeAxis.of(frequency(set.season()), LONG_AGO);
    List<SeriesSet.Series> series = set.series();
    int longest = series.stream().mapToInt(s -> s.train().length).max().orElseThrow();
    SeriesPanelBuilder builder = SeriesPanel.builder(axis);
    for (SeriesSet.Series each : series) {
      double[] train = each.train();
      TimeSeries known = new TimeSeries(id(each), axis, longest - train.length, train);
      builder.add(known, Map.of(), Map.of());
    }
    return builder.build();
  }

  static SeriesId id(SeriesSet.Series series) {
    return SeriesId.of(series.id(), "all");
  }

  private static Frequency frequency(int season) {
    return switch (season) {
      case 52 -> Frequency.WEEKLY;
      case 12 -> Frequency.MONTHLY;
      case 4 -> Frequency.QUARTERLY;
      default -> Frequency.YEARLY;
    };
  }
}
