package io.synkro.predict.features;

import io.synkro.predict.features.LiveLayout.Part;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The groups of live features, and which of them each series belongs to. Safe for use by many
 * threads.
 */
final class LiveGroups {
  private final PipelinePlan plan;
  private final LiveLayout layout;
  private final Map<String, List<String>> levels;

  /** Attributes that are features. */
  private final List<String> coded;

  private final ConcurrentMap<String, LiveGroup> groups = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Membership> memberships = new ConcurrentHashMap<>();

  /** Creates groups of no series yet; levels are the known texts of each attribute. */
  LiveGroups(PipelinePlan plan, LiveLayout layout, Map<String, List<String>> levels) {
    this.plan = plan;
    this.layout = layout;
    this.levels = levels;
    this.coded =
        plan.nodes().stream()
            .filter(node -> node.feature() instanceof AttributeFeature)
            .map(node -> ((AttributeFeature) node.feature()).attribute())
            .distinct()
            .toList();
  }

  /** The known texts of the attributes that any feature looks at or is grouped by. */
  Map<String, List<String>> usedLevels() {
    Map<String, List<String>> used = new TreeMap<>(levels);
    Set<String> names = new HashSet<>(coded);
    layout.groups().forEach(part -> names.add(part.channels().get(0).group()));
    used.keySet().retainAll(names);
    return used;
  }

  Membership membership(SeriesId id, Map<String, String> attributes) {
    StringBuilder key = new StringBuilder();
    Map<String, String> used = new TreeMap<>();
    for (String each : coded) {
      String text = known(each, attributes, used);
      key.append(text == null ? "-" : "=" + text).append('\n');
    }
    for (Part part : layout.groups()) {
      String name = groupName(part.channels().get(0).group(), id, attributes, used);
      key.append(name == null ? "-" : "=" + name).append('\n');
    }
    return memberships.computeIfAbsent(key.toString(), k -> create(id, used));
  }

  private Membership create(SeriesId id, Map<String, String> used) {
    List<Float> codes = new ArrayList<>();
    for (PipelinePlan.Node node : plan.nodes()) {
      codes.add(node.feature() instanceof AttributeFeature f ? code(f, used) : Float.NaN);
    }
    List<@Nullable LiveGroup> own = new ArrayList<>();
    for (Part part : layout.groups()) {
      String name = groupName(part.channels().get(0).group(), id, used, new TreeMap<>());
      own.add(name == null ? null : group(part, name));
    }
    return new Membership(used, codes, own);
  }

  private float code(AttributeFeature feature, Map<String, String> used) {
    String text = used.get(feature.attribute());
    return text == null ? Float.NaN : level(feature.attribute(), text);
  }

  private @Nullable String groupName(
      String by, SeriesId id, Map<String, String> attributes, Map<String, String> used) {
    return switch (by) {
      case "all" -> by;
      case "product" -> id.product().value();
      case "warehouse" -> id.warehouse().value();
      default -> known(by, attributes, used);
    };
  }

  private @Nullable String known(
      String attribute, Map<String, String> attributes, Map<String, String> used) {
    String text = attributes.get(attribute);
    if (text == null || level(attribute, text) < 0) {
      return null;
    }
    used.put(attribute, text);
    return text;
  }

  private int level(String attribute, String text) {
    return levels.getOrDefault(attribute, List.of()).indexOf(text);
  }

  private LiveGroup group(Part part, String name) {
    String key = part.channels().get(0).text() + "\n" + name;
    return groups.computeIfAbsent(key, k -> new LiveGroup(part, layout.openSteps()));
  }

  /** Gives every group with the position of its channel and its name. */
  void forEach(GroupVisitor visitor) {
    for (int g = 0; g < layout.groups().size(); g++) {
      int position = g;
      String prefix = layout.groups().get(g).channels().get(0).text() + "\n";
      BiConsumer<String, LiveGroup> each =
          (key, group) -> {
            if (key.startsWith(prefix)) {
              visitor.visit(position, key.substring(prefix.length()), group);
            }
          };
      groups.forEach(each);
    }
  }

  /** Takes a group. */
  @FunctionalInterface
  interface GroupVisitor {
    /** Takes a group with the position of its channel and its name. */
    void visit(int position, String name, LiveGroup group);
  }

  /** Returns a group, made if it is not there yet. */
  LiveGroup group(int position, String name) {
    return group(layout.groups().get(position), name);
  }
}
