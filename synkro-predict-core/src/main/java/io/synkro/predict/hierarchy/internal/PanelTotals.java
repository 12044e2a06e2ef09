package io.synkro.predict.hierarchy.internal;

import io.synkro.predict.hierarchy.Hierarchy;
import io.synkro.predict.hierarchy.MissingMembers;
import io.synkro.predict.hierarchy.Node;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.StaticAttribute;
import io.synkro.predict.series.TimeSeries;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Adds up the series of a panel, with what their covariates and attributes have in common. */
public final class PanelTotals {
  private final Hierarchy hierarchy;
  private final SummingMatrix sums;
  private final SeriesPanel panel;
  private final int[] at;

  /**
   * Creates what adds up.
   *
   * @param hierarchy names the nodes
   * @param sums says which series make them
   * @param panel the series
   * @param at for each series its position in the panel
   */
  public PanelTotals(Hierarchy hierarchy, SummingMatrix sums, SeriesPanel panel, int[] at) {
    this.hierarchy = hierarchy;
    this.sums = sums;
    this.panel = panel;
    this.at = at;
  }

  /**
   * Makes the panel of all nodes.
   *
   * @param missing what a total is where some of its series are missing
   * @return one series a node
   */
  public SeriesPanel of(MissingMembers missing) {
    SeriesPanelBuilder builder = SeriesPanel.builder(panel.axis()).futureSteps(panel.futureSteps());
    panel.covariates().forEach(c -> builder.covariate(c.name(), c.availability()));
    panel.attributes().forEach(a -> builder.attribute(a.name()));
    builder.attribute(Hierarchy.LEVEL);
    int[][] members = members();
    for (int node = 0; node < members.length; node++) {
      add(builder, hierarchy.nodes().get(node), members[node], missing);
    }
    return builder.build();
  }

  /** For each node the positions of its series in the panel. */
  private int[][] members() {
    int[] counts = new int[sums.nodes()];
    for (int level = 0; level <= sums.levels(); level++) {
      for (int j = 0; j < at.length; j++) {
        counts[sums.nodeOf(level, j)]++;
      }
    }
    int[][] members = new int[counts.length][];
    for (int node = 0; node < counts.length; node++) {
      members[node] = new int[counts[node]];
    }
    for (int level = 0; level <= sums.levels(); level++) {
      for (int j = at.length - 1; j >= 0; j--) {
        int node = sums.nodeOf(level, j);
        members[node][--counts[node]] = at[j];
      }
    }
    return members;
  }

  private void add(SeriesPanelBuilder builder, Node node, int[] members, MissingMembers missing) {
    int start = Arrays.stream(members).map(panel::start).min().orElseThrow();
    int end = Arrays.stream(members).map(panel::end).max().orElseThrow();
    double[] demand = new double[end - start];
    if (missing == MissingMembers.ZERO) {
      addObserved(members, start, demand);
    } else {
      addAll(members, start, demand);
    }
    Map<String, double[]> covariates = new HashMap<>();
    for (Covariate covariate : panel.covariates()) {
      boolean planned = covariate.availability() == Availability.KNOWN_IN_FUTURE;
      double[] values = new double[demand.length + (planned ? panel.futureSteps() : 0)];
      common(covariate, members, start, values);
      covariates.put(covariate.name(), values);
    }
    Map<String, String> attributes = new HashMap<>();
    for (StaticAttribute attribute : panel.attributes()) {
      attributes.put(attribute.name(), common(attribute, members));
    }
    attributes.put(Hierarchy.LEVEL, node.levelName());
    builder.add(new TimeSeries(node.id(), panel.axis(), start, demand), covariates, attributes);
  }

  private void addAll(int[] members, int start, double[] sum) {
    for (int series : members) {
      int offset = panel.start(series) - start;
      int length = panel.length(series);
      for (int t = 0; t < length; t++) {
        sum[offset + t] += panel.value(series, t);
      }
      // a series that ended goes on unseen; before its start there was none
      Arrays.fill(sum, offset + length, sum.length, Double.NaN);
    }
  }

  private void addObserved(int[] members, int start, double[] sum) {
    Arrays.fill(sum, Double.NaN);
    for (int series : members) {
      int offset = panel.start(series) - start;
      for (int t = 0; t < panel.length(series); t++) {
        double value = panel.value(series, t);
        if (!Double.isNaN(value)) {
          double before = sum[offset + t];
          sum[offset + t] = Double.isNaN(before) ? value : before + value;
        }
      }
    }
  }

  private void common(Covariate covariate, int[] members, int start, double[] values) {
    Arrays.fill(values, Double.NaN);
    boolean[] differs = new boolean[values.length];
    for (int series : members) {
      int offset = panel.start(series) - start;
      int length = panel.length(series) + covariate.futureSteps();
      for (int t = 0; t < length; t++) {
        double value = covariate.value(series, t);
        double before = values[offset + t];
        if (Double.isNaN(before)) {
          values[offset + t] = value;
        } else {
          differs[offset + t] |= value != before && !Double.isNaN(value);
        }
      }
    }
    for (int t = 0; t < values.length; t++) {
      values[t] = differs[t] ? Double.NaN : values[t];
    }
  }

  private static String common(StaticAttribute attribute, int[] members) {
    int code = attribute.code(members[0]);
    boolean same = Arrays.stream(members).allMatch(series -> attribute.code(series) == code);
    return same ? attribute.value(members[0]) : Hierarchy.MIXED;
  }
}
