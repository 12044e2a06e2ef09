package io.synkro.predict.hierarchy;

import io.synkro.predict.hierarchy.internal.Groups;
import io.synkro.predict.hierarchy.internal.PanelTotals;
import io.synkro.predict.hierarchy.internal.SummingMatrix;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Totals over the series of a panel. Each {@link Grouping} makes a level; the series themselves are
 * the last level. Levels may refine one another (total, region, warehouse) or cross (category,
 * warehouse): then it is what the literature calls grouped time series. Nodes are numbered level
 * after level, within a level by id, the series in the panel's order. In the notation of Hyndman
 * &amp; Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 11.2, all nodes are
 * y = S b with S = [C; I]; S is never stored as a matrix, so 100,000 nodes take a few megabytes.
 * Immutable; safe for use by many threads.
 */
public final class Hierarchy {
  /** Name of the last level: the panel's series. */
  public static final String SERIES = "series";

  /** Stands in the id of a total for products or warehouses of any kind. */
  public static final String ALL = "(all)";

  /** Stands in an attribute of a total whose series have different values. */
  public static final String MIXED = "(mixed)";

  /** Attribute of {@link #aggregate} that names each node's level. */
  public static final String LEVEL = "hierarchy_level";

  private final List<Grouping> groupings;
  private final List<Node> nodes;
  private final SummingMatrix sums;
  private final Map<SeriesId, Integer> positions;

  private Hierarchy(List<Grouping> groupings, List<Node> nodes, SummingMatrix sums) {
    this.groupings = groupings;
    this.nodes = List.copyOf(nodes);
    this.sums = sums;
    this.positions = new HashMap<>(nodes.size() * 2);
    for (int node = 0; node < nodes.size(); node++) {
      Require.that(
          positions.put(nodes.get(node).id(), node) == null,
          "node",
          nodes.get(node),
          "must be unique among series and totals",
          "rename the product or warehouse that looks like a total");
    }
  }

  /**
   * Groups the series of a panel.
   *
   * @param panel the series, with the attributes that groupings name
   * @param groupings one for each level above the series, the widest first; at least one, none
   *     twice, and none by both product and warehouse, which would be the series again. A series
   *     without a value of an attribute is grouped under {@link
   *     io.synkro.predict.series.SeriesPanelBuilder#UNKNOWN}.
   * @return the hierarchy
   * @throws io.synkro.predict.InvalidInputException if the panel has no attribute of a name, or a
   *     grouping is not allowed
   */
  public static Hierarchy of(SeriesPanel panel, Grouping... groupings) {
    Require.atLeast("groupings.length", groupings.length, 1, "start with Grouping.total()");
    List<Node> nodes = new ArrayList<>();
    int[][] totalOf = new int[groupings.length][];
    int[] first = new int[groupings.length + 1];
    for (int level = 0; level < groupings.length; level++) {
      Grouping grouping = groupings[level];
      Require.that(
          !(grouping.product() && grouping.warehouse()),
          "grouping",
          grouping,
          "must not be by product and warehouse",
          "leave it out: the series are the last level anyway");
      Require.that(
          Arrays.asList(groupings).indexOf(grouping) == level,
          "grouping",
          grouping,
          "must be given once",
          "");
      Groups groups = Groups.of(panel, grouping, first[level]);
      totalOf[level] = groups.totalOf();
      first[level + 1] = first[level] + groups.ids().size();
      for (SeriesId id : groups.ids()) {
        nodes.add(new Node(id, level, grouping.toString()));
      }
    }
    for (SeriesId id : panel.ids()) {
      nodes.add(new Node(id, groupings.length, SERIES));
    }
    SummingMatrix sums = new SummingMatrix(totalOf, first, panel.size());
    return new Hierarchy(List.of(groupings), nodes, sums);
  }

  /**
   * Returns the levels above the series.
   *
   * @return the groupings in the order given
   */
  public List<Grouping> groupings() {
    return groupings;
  }

  /**
   * Returns all totals and series.
   *
   * @return an unmodifiable list, level after level; the series come last
   */
  public List<Node> nodes() {
    return nodes;
  }

  /**
   * Returns the number of totals and series.
   *
   * @return at least 2
   */
  public int size() {
    return nodes.size();
  }

  /**
   * Returns the number of totals: the number of the first series among the nodes.
   *
   * @return at least 1
   */
  public int totals() {
    return sums.totals();
  }

  /**
   * Finds a node.
   *
   * @param id of a series or total
   * @return its number among {@link #nodes()}, or empty if the hierarchy does not hold it
   */
  public OptionalInt position(SeriesId id) {
    Integer position = positions.get(id);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /**
   * Returns the nodes of a level.
   *
   * @param level from 0; as many as there are groupings for that of the series
   * @return their numbers, ascending
   */
  public int[] nodesOf(int level) {
    Require.index("level", level, groupings.size() + 1);
    int end = level == groupings.size() ? size() : sums.first(level + 1);
    return IntStream.range(sums.first(level), end).toArray();
  }

  /**
   * Returns the series that a node adds up.
   *
   * @param node number of the node
   * @return positions in the panel, ascending; of a series itself
   */
  public int[] members(int node) {
    Require.index("node", node, size());
    int level = nodes.get(node).level();
    return IntStream.range(0, sums.series()).filter(j -> sums.nodeOf(level, j) == node).toArray();
  }

  /**
   * Adds up: y = S b.
   *
   * @param series one value a series, in the panel's order; NaN makes its totals NaN
   * @return one value a node
   */
  public double[] sum(double... series) {
    Require.that(
        series.length == sums.series(),
        "series.length",
        series.length,
        "must be the number of series, " + sums.series(),
        "");
    double[] all = new double[size()];
    sums.addUp(series, all);
    System.arraycopy(series, 0, all, totals(), series.length);
    return all;
  }

  /**
   * Makes a panel of all nodes in which a total is missing wherever one of its series is; see
   * {@link #aggregate(SeriesPanel, MissingMembers)}.
   *
   * @param panel the series of this hierarchy
   * @return one series a node
   */
  public SeriesPanel aggregate(SeriesPanel panel) {
    return aggregate(panel, MissingMembers.MISSING);
  }

  /**
   * Makes a panel of all nodes, for a forecaster that is to forecast totals too. A total begins
   * with the first of its series and ends with the last; before a series begins it adds nothing,
   * and after it ended it is missing. A covariate of a total has the value that all its series with
   * a value have in common (holidays, weather), and is NaN where they differ; an attribute
   * likewise, with {@link #MIXED} where they differ. The attribute {@link #LEVEL} is added.
   *
   * <p>Totals add up what was recorded. Where stock-outs cut sales, a forecaster sees through them
   * series by series but not in a total, whose forecast is then too low: use {@link
   * Reconciliation#bottomUp}, or add up demand that was freed of stock-outs.
   *
   * @param panel the series of this hierarchy, of any time, in any order; no others
   * @param missing what a total is where some of its series are missing
   * @return one series a node, in the order of {@link #nodes()}
   * @throws io.synkro.predict.InvalidInputException if the panel has other series than the
   *     hierarchy, or a total is beyond {@link io.synkro.predict.series.TimeSeries#MAX_VALUE}
   */
  public SeriesPanel aggregate(SeriesPanel panel, MissingMembers missing) {
    return new PanelTotals(this, sums, panel, positionsIn(panel)).of(missing);
  }

  /** For each series of this hierarchy its position in a panel. */
  int[] positionsIn(SeriesPanel panel) {
    Require.that(
        panel.size() == sums.series(),
        "panel",
        panel,
        "must hold the %d series of the hierarchy and no others".formatted(sums.series()),
        "build a new hierarchy for a new assortment");
    int[] at = new int[sums.series()];
    for (int j = 0; j < at.length; j++) {
      SeriesId id = nodes.get(totals() + j).id();
      at[j] = panel.position(id).orElse(-1);
      Require.that(at[j] >= 0, "series", id, "must be in the panel", "add its history");
    }
    return at;
  }

  SummingMatrix sums() {
    return sums;
  }

  /** Returns levels and number of nodes, such as {@code total (1), warehouse (4), series (40)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < groupings.size(); level++) {
      text.append("%s (%d), ".formatted(groupings.get(level), nodesOf(level).length));
    }
    return text.append("%s (%d)".formatted(SERIES, sums.series())).toString();
  }
}
