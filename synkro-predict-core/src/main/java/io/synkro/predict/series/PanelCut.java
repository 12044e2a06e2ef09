package io.synkro.predict.series;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a panel in time or across series by copying the parts that stay. */
final class PanelCut {
  private final SeriesPanel panel;

  private PanelCut(SeriesPanel panel) {
    this.panel = panel;
  }

  static PanelCut of(SeriesPanel panel) {
    return new PanelCut(panel);
  }

  SeriesPanel before(int end, int futureSteps) {
    Require.atLeast("futureSteps", futureSteps, 0, "");
    int[] kept = IntStream.range(0, panel.size()).filter(i -> panel.start(i) < end).toArray();
    Require.that(
        kept.length > 0, "end", end, "must lie after the start of at least one series", "");
    int[] lengths =
        Arrays.stream(kept).map(i -> Math.min(panel.length(i), end - panel.start(i))).toArray();
    return copy(kept, lengths, futureSteps);
  }

  SeriesPanel select(int[] series) {
    Require.atLeast("series.length", series.length, 1, "keep at least one series");
    int[] lengths = Arrays.stream(series).map(panel::length).toArray();
    return copy(series.clone(), lengths, panel.futureSteps());
  }

  /** Goes on with missing demand, for which the plans of covariates become what is recorded. */
  SeriesPanel extended(int steps) {
    int[] offsets = new int[panel.size() + 1];
    for (int i = 0; i < panel.size(); i++) {
      int length = panel.end() + steps - panel.start(i);
      offsets[i + 1] = Math.addExact(offsets[i], length);
    }
    double[] values = new double[offsets[panel.size()]];
    Arrays.fill(values, Double.NaN);
    SeriesId[] ids = new SeriesId[panel.size()];
    int[] starts = new int[panel.size()];
    for (int i = 0; i < panel.size(); i++) {
      ids[i] = panel.id(i);
      starts[i] = panel.start(i);
      panel.copyValues(i, values, offsets[i], panel.length(i));
    }
    List<Covariate> covariates = panel.covariates().stream().map(c -> c.extended(offsets)).toList();
    return new SeriesPanel(
        panel.axis(), ids, starts, offsets, values, 0, covariates, panel.attributes());
  }

  private SeriesPanel copy(int[] kept, int[] lengths, int futureSteps) {
    int[] offsets = new int[kept.length + 1];
    for (int k = 0; k < kept.length; k++) {
      offsets[k + 1] = Math.addExact(offsets[k], lengths[k]);
    }
    double[] values = new double[offsets[kept.length]];
    SeriesId[] ids = new SeriesId[kept.length];
    int[] starts = new int[kept.length];
    for (int k = 0; k < kept.length; k++) {
      ids[k] = panel.id(kept[k]);
      starts[k] = panel.start(kept[k]);
      panel.copyValues(kept[k], values, offsets[k], lengths[k]);
    }
    List<Covariate> covariates =
        panel.covariates().stream().map(c -> c.cut(kept, offsets, futureSteps)).toList();
    List<StaticAttribute> attributes =
        panel.attributes().stream().map(a -> a.select(kept)).toList();
    return new SeriesPanel(
        panel.axis(), ids, starts, offsets, values, futureSteps, covariates, attributes);
  }
}
