package io.synkro.predict.examples.features;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureTable;
import java.util.List;

/** Plays the last days again, sale by sale, and compares what live features say with a table. */
final class LiveReplay {
  /**
   * What came of it.
   *
   * @param vectors how many vectors were read
   * @param mismatches how many of their values differed from the table, in any bit
   * @param nanosAVector mean time of a read
   */
  record Result(int vectors, int mismatches, double nanosAVector) {}

  private final SeriesPanel panel;
  private final FeatureTable table;
  private final LiveFeatures live;
  private final int from;
  private final int[] offsets;

  LiveReplay(SeriesPanel panel, FeaturePipeline pipeline, FeatureTable table, int from) {
    this.panel = panel;
    this.table = table;
    this.from = from;
    this.live = LiveFeatures.of(pipeline, panel, 1);
    live.addAll(panel.before(from, 0).withLevelsOf(panel));
    offsets = new int[panel.size()];
    for (int s = 1; s < offsets.length; s++) {
      offsets[s] = offsets[s - 1] + panel.length(s - 1);
    }
  }

  Result run() {
    VectorReader reader = live.reader();
    float[] vector = new float[table.schema().size()];
    int vectors = 0;
    int mismatches = 0;
    long nanos = 0;
    for (int t = from; t < panel.end(); t++) {
      for (int s = 0; s < panel.size(); s++) {
        if (t >= panel.start(s) && t < panel.end(s)) {
          float[][] plans = plans(s, t);
          long start = System.nanoTime();
          reader.read(panel.id(s), t, vector, plans);
          nanos += System.nanoTime() - start;
          mismatches += mismatches(vector, offsets[s] + t - panel.start(s));
          vectors++;
          live.append(panel.id(s), t, values(s, t)); // the sales of the day come in
        }
      }
    }
    return new Result(vectors, mismatches, (double) nanos / Math.max(1, vectors));
  }

  private int mismatches(float[] vector, int row) {
    int mismatches = 0;
    for (int c = 0; c < vector.length; c++) {
      if (Float.floatToIntBits(vector[c]) != Float.floatToIntBits(table.value(row, c))) {
        mismatches++;
      }
    }
    return mismatches;
  }

  private float[][] plans(int series, int t) {
    List<String> planned = live.planned();
    float[][] plans = new float[planned.size()][1];
    for (int p = 0; p < plans.length; p++) {
      plans[p][0] = value(planned.get(p), series, t);
    }
    return plans;
  }

  private float[] values(int series, int t) {
    List<String> inputs = live.inputs();
    float[] values = new float[inputs.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(inputs.get(i), series, t);
    }
    return values;
  }

  private float value(String input, int series, int t) {
    int position = t - panel.start(series);
    return (float)
        (input.equals("demand")
            ? panel.value(series, position)
            : panel.covariate(input).orElseThrow().value(series, position));
  }
}
