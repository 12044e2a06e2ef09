package io.synkro.predict.features;

import io.synkro.predict.series.TimeAxis;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What the calendar says of recent targets. Not safe for use by many threads. */
final class CalendarCache {
  private static final int SLOTS = 64;

  private final PipelinePlan plan;
  private final TimeAxis axis;
  private final int[] nodes;
  private final long[] steps = new long[SLOTS];
  private final float[][] values;

  CalendarCache(PipelinePlan plan, TimeAxis axis) {
    this.plan = plan;
    this.axis = axis;
    this.nodes =
        IntStream.range(0, plan.nodes().size())
            .filter(n -> plan.node(n).feature() instanceof CalendarFeature)
            .toArray();
    this.values = new float[SLOTS][nodes.length];
    Arrays.fill(steps, Long.MIN_VALUE);
  }

  /** Puts the values of a target step where the results of their nodes belong. */
  void fill(int target, float[] results) {
    int slot = target & (SLOTS - 1);
    if (steps[slot] != target) {
      for (int i = 0; i < nodes.length; i++) {
        CalendarFeature feature = (CalendarFeature) plan.node(nodes[i]).feature();
        values[slot][i] = feature.step().value(axis, target);
      }
      steps[slot] = target;
    }
    for (int i = 0; i < nodes.length; i++) {
      results[nodes[i]] = values[slot][i];
    }
  }
}
