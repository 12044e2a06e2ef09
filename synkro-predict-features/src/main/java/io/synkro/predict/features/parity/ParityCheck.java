package io.synkro.predict.features.parity;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.PipelineDefinition;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Computes served vectors once more, from a panel as training does, and compares them bit for bit.
 * What differs was served from other values than the panel holds, such as ones that were corrected
 * since, or came too late. Stateless.
 */
public final class ParityCheck {
  /** Series are computed as a whole, so large batches of few series are best. */
  private static final int BATCH = 20_000;

  private ParityCheck() {}

  /** A served vector with the position of its series. */
  private record Located(ServedVector vector, int series) {}

  /**
   * Compares vectors.
   *
   * @param pipeline the features
   * @param panel what is known now, planned values of covariates included
   * @param served vectors of this and maybe other versions, in any order
   * @return what differs
   */
  public static ParityReport run(
      FeaturePipeline pipeline, SeriesPanel panel, Collection<ServedVector> served) {
    PipelineDefinition definition = pipeline.definition();
    Map<PipelineDefinition, Integer> others = new LinkedHashMap<>();
    List<Located> located = new ArrayList<>();
    int unknown = 0;
    int beyond = 0;
    for (ServedVector vector : served) {
      OptionalInt series = panel.position(vector.series());
      if (!vector.pipeline().version().equals(definition.version())) {
        others.merge(vector.pipeline(), 1, Integer::sum);
      } else if (series.isEmpty()) {
        unknown++;
      } else if (vector.ask().origin() > panel.end(series.getAsInt())) {
        beyond++;
      } else {
        located.add(new Located(vector, series.getAsInt()));
      }
    }
    located.sort(Comparator.comparingInt(Located::series));
    List<Differences> columns = new ArrayList<>();
    definition.features().keySet().forEach(name -> columns.add(new Differences(name)));
    for (int from = 0; from < located.size(); from += BATCH) {
      int to = Math.min(located.size(), from + BATCH);
      compare(pipeline, panel, located.subList(from, to), columns);
    }
    List<OtherVersion> otherVersions = new ArrayList<>();
    others.forEach(
        (other, count) ->
            otherVersions.add(
                new OtherVersion(other.version(), count, definition.differences(other))));
    return new ParityReport(
        definition.version(),
        located.size(),
        unknown,
        beyond,
        columns.stream().map(Differences::parity).toList(),
        otherVersions);
  }

  private static void compare(
      FeaturePipeline pipeline,
      SeriesPanel panel,
      List<Located> located,
      List<Differences> columns) {
    FeatureRows rows =
        new FeatureRows(
            located.stream().mapToInt(Located::series).toArray(),
            located.stream().mapToInt(l -> l.vector().ask().origin()).toArray(),
            located.stream().mapToInt(l -> l.vector().ask().horizon()).toArray());
    FeatureTable table = pipeline.compute(panel, rows);
    for (int r = 0; r < located.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        columns.get(c).add(located.get(r).vector(), c, table.value(r, c));
      }
    }
  }
}
