package io.synkro.predict.features;

import io.synkro.predict.features.LiveLayout.Part;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanelBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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

  private final ConcurrentMap<GroupKey, LiveGroup> groups = new ConcurrentHashMap<>();

  /** By the texts of the attributes that are features, and then the names of the groups. */
  private final ConcurrentMap<List<@Nullable String>, Membership> memberships =
      new ConcurrentHashMap<>();

  /** A group by the position of its channel and its name. */
  private record GroupKey(int position, String name) {}

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

  /** Fills in the text that a panel gives to an attribute that is left out. */
  Map<String, String> withUnknown(Map<String, String> attributes) {
    Map<String, String> all = new HashMap<>(attributes);
    levels.keySet().forEach(name -> all.putIfAbsent(name, SeriesPanelBuilder.UNKNOWN));
    return all;
  }

  /** What a series belongs to; an attribute that is not there is missing. */
  Membership membership(SeriesId id, Map<String, String> attributes) {
    List<@Nullable String> key = new ArrayList<>();
    Map<String, String> used = new TreeMap<>();
    for (String each : coded) {
      key.add(known(each, attributes, used));
    }
    for (Part part : layout.groups()) {
      key.add(groupName(part.channels().get(0).group(), id, attributes, used));
    }
    return memberships.computeIfAbsent(key, k -> create(id, used));
  }

  private Membership create(SeriesId id, Map<String, String> used) {
    List<Float> codes = new ArrayList<>();
    for (PipelinePlan.Node node : plan.nodes()) {
      codes.add(node.feature() instanceof AttributeFeature f ? code(f, used) : Float.NaN);
    }
    List<@Nullable LiveGroup> own = new ArrayList<>();
    for (int g = 0; g < layout.groups().size(); g++) {
      String by = layout.groups().get(g).channels().get(0).group();
      String name = groupName(by, id, used, new TreeMap<>());
      own.add(name == null ? null : group(g, name));
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

  /** Gives every group with the position of its channel and its name. */
  void forEach(GroupVisitor visitor) {
    groups.forEach((key, group) -> visitor.visit(key.position(), key.name(), group));
  }

  /** Takes a group. */
  @FunctionalInterface
  interface GroupVisitor {
    /** Takes a group with the position of its channel and its name. */
    void visit(int position, String name, LiveGroup group);
  }

  /** Returns a group, made if it is not there yet. */
  LiveGroup group(int position, String name) {
    return groups.computeIfAbsent(
        new GroupKey(position, name),
        key -> new LiveGroup(layout.groups().get(position), layout.openSteps()));
  }
}
