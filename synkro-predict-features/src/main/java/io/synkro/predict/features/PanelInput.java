package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.HistoryFeature.Until;
import io.synkro.predict.features.PipelinePlan.Node;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the features of a panel are computed from, made once for all of its series: columns of the
 * calendar and of groups. Safe for use by many threads.
 */
final class PanelInput {
  private final SeriesPanel panel;
  private final PipelinePlan plan;
  private final Map<Channel, PanelValues> values = new HashMap<>();
  private final Map<Channel, GroupChannels> groups = new HashMap<>();
  private final float[][] calendar;
  private final Map<Integer, GroupColumns> groupColumns = new HashMap<>();
  private final int firstStep;

  /**
   * Looks up what the plan needs for all steps of a panel.
   *
   * @param end step after the last target of any row
   */
  PanelInput(SeriesPanel panel, PipelinePlan plan, int end) {
    this(panel, plan, firstStart(panel), end);
  }

  /**
   * Looks up what the plan needs for some targets.
   *
   * @param from first target of any row; before the first series there is none
   * @param end step after the last target of any row
   */
  PanelInput(SeriesPanel panel, PipelinePlan plan, int from, int end) {
    this.panel = panel;
    this.plan = plan;
    this.firstStep = Math.min(end, Math.max(from, firstStart(panel)));
    for (Channel channel : plan.channels()) {
      if (channel.isGroup()) {
        groups.put(channel, GroupChannels.of(panel, channel));
      } else {
        values.put(channel, new PanelValues(panel, channel));
      }
    }
    List<Node> nodes = plan.nodes();
    this.calendar = new float[nodes.size()][0];
    for (int n = 0; n < nodes.size(); n++) {
      prepare(n, nodes.get(n).feature(), end);
    }
  }

  private static int firstStart(SeriesPanel panel) {
    int first = Integer.MAX_VALUE;
    for (int s = 0; s < panel.size(); s++) {
      first = Math.min(first, panel.start(s));
    }
    return first;
  }

  private void prepare(int node, PipelineFeature feature, int end) {
    if (feature instanceof HistoryFeature history) {
      if (history.until() == Until.TARGET) {
        PanelValues.requirePlanned(panel, history.channel().covariate());
      }
      GroupChannels group = groups.get(history.channel());
      if (group != null) {
        groupColumns.put(node, new GroupColumns(history, group, panel.axis(), end));
      }
    } else if (feature instanceof CalendarFeature step) {
      float[] column = new float[end - firstStep];
      step.step().fill(panel.axis(), firstStep, column, 0, column.length);
      calendar[node] = column;
    } else if (feature instanceof AttributeFeature attribute) {
      attribute(panel, attribute.attribute());
    }
  }

  static StaticAttribute attribute(SeriesPanel panel, String name) {
    return panel
        .attribute(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "attribute",
                    name,
                    "must be an attribute of the panel",
                    "use one of "
                        + panel.attributes().stream().map(StaticAttribute::name).toList()));
  }

  SeriesPanel panel() {
    return panel;
  }

  PipelinePlan plan() {
    return plan;
  }

  /** The numbers that a channel of single series looks at. */
  PanelValues values(Channel channel) {
    return Objects.requireNonNull(values.get(channel));
  }

  /** Columns of a node whose channel is a group's. */
  GroupColumns groupColumns(int node) {
    return Objects.requireNonNull(groupColumns.get(node));
  }

  /** The column of a calendar feature, by target step from {@link #firstStep()} on. */
  float[] calendar(int node) {
    return calendar[node];
  }

  int firstStep() {
    return firstStep;
  }

  /** The code of an attribute, NaN for none. */
  float code(AttributeFeature feature, int series) {
    int code = attribute(panel, feature.attribute()).code(series);
    return code == StaticAttribute.NO_LEVEL ? Float.NaN : code;
  }
}
