package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Sha256;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Whether a panel has what the features of a plan look at. Stateless. */
final class PanelFit {
  private static final int HASH_DIGITS = 16;

  private PanelFit() {}

  /**
   * Refuses a panel that lacks something.
   *
   * @throws InvalidInputException that names the first thing that is missing
   */
  static void require(PipelinePlan plan, SeriesPanel panel) {
    for (PipelinePlan.Node node : plan.nodes()) {
      if (node.feature() instanceof HistoryFeature history) {
        require(history, panel);
      } else if (node.feature() instanceof AttributeFeature attribute) {
        PanelInput.attribute(panel, attribute.attribute());
      }
    }
  }

  private static void require(HistoryFeature feature, SeriesPanel panel) {
    Channel channel = feature.channel();
    if (!channel.covariate().isEmpty()) {
      PanelValues.covariate(panel, channel.covariate());
    }
    if (feature.until() == HistoryFeature.Until.TARGET) {
      PanelValues.requirePlanned(panel, channel.covariate());
    }
    if (channel.isGroup()) {
      requireGroup(channel.group(), panel);
    }
  }

  private static void requireGroup(String group, SeriesPanel panel) {
    boolean isAttribute = panel.attribute(group).isPresent();
    if (Channel.isBuiltIn(group) == isAttribute) {
      throw new InvalidInputException(
          "group",
          group,
          isAttribute
              ? "must not be the name of an attribute, too"
              : "must be product, warehouse, all or an attribute of the panel",
          isAttribute
              ? "give the attribute another name"
              : "use one of " + panel.attributes().stream().map(StaticAttribute::name).toList());
    }
  }

  /** The levels of an attribute in a few digits. */
  static String hash(List<String> levels) {
    StringBuilder text = new StringBuilder();
    for (String level : levels) {
      text.append(level.length()).append(':').append(level);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(bytes, bytes.length)).substring(0, HASH_DIGITS);
  }
}
