package io.synkro.predict.forecast.internal;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Forecasts items without a history of their own by those that share their attributes.
 *
 * <p>The level of {@link KnownItems} is a chain of trimmed means, from all items over those that
 * share one attribute, the least telling first, to those that share the most telling ones together.
 * Each link of n items weighs n / (n + 2) against the one before it (B&uuml;hlmann 1967, <a
 * href="https://doi.org/10.1017/S0515036100008989">doi:10.1017/S0515036100008989</a>). How telling
 * an attribute is says the share of the variance of log levels between its values; warehouses count
 * as one. If the same product is known elsewhere, the result is moved by how much that differs from
 * its own chain. Errors are those of the same rule on every known item, left out of its own
 * forecast. Immutable.
 */
public final class SimilarItems {
  private static final double DRAW = 2;
  private static final double LEAST_LEVEL = 0.05;
  private static final int MOST_OF_PROFILE = 500;
  private static final double MOST_MOVE = 10;

  private final KnownItems items;
  private final List<String> names;
  private final double[] levels;
  private final List<int[]> links = new ArrayList<>();
  private final Map<List<String>, LevelGroup> groups = new HashMap<>();
  private final Map<String, SeasonProfile> profiles = new HashMap<>();
  private final Map<String, LevelGroup> moves = new HashMap<>();
  private final ColdStartErrors errors;
  private int mostTelling = -1;

  /**
   * Learns from known items.
   *
   * @param demand clean demand
   * @param horizon steps to forecast
   */
  public SimilarItems(SeriesPanel demand, int horizon) {
    this.items = new KnownItems(demand, horizon);
    this.names = Traits.names(demand);
    List<List<String>> traits = new ArrayList<>();
    for (int k = 0; k < items.size(); k++) {
      traits.add(Traits.of(demand, items.position(k)));
    }
    this.levels = new double[items.size()];
    for (int k = 0; k < levels.length; k++) {
      levels[k] = level(k, SeasonProfile.flat());
    }
    chooseLinks(traits);
    learnProfiles(demand, traits);
    for (int k = 0; k < levels.length; k++) {
      levels[k] = level(k, profile(traits.get(k)));
    }
    learnGroups(traits);
    this.errors = learnErrors(demand, traits);
  }

  /** Mean demand, each step over its season factor. */
  private double level(int k, SeasonProfile profile) {
    double sum = 0;
    double base = 0;
    for (int s = 0; s < items.steps(); s++) {
      double units = items.demand(k, s);
      sum += Double.isNaN(units) ? 0 : units;
      base += Double.isNaN(units) ? 0 : profile.at(items.time(k, s));
    }
    return sum / base;
  }

  private void chooseLinks(List<List<String>> traits) {
    double[] logs = new double[levels.length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = StrictMath.log(levels[k] + LEAST_LEVEL);
    }
    double[] telling = new double[names.size()];
    for (int a = 0; a < telling.length; a++) {
      int trait = a;
      telling[a] = Traits.between(logs, traits.stream().map(t -> t.get(trait)).toList());
    }
    int[] order =
        IntStream.range(0, telling.length)
            .filter(a -> telling[a] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(a -> telling[a]))
            .mapToInt(a -> a)
            .toArray();
    for (int a : order) {
      links.add(new int[] {a});
      mostTelling = a > 0 ? a : mostTelling;
    }
    for (int together = 2; together <= order.length; together++) {
      int[] link = new int[together];
      for (int k = 0; k < together; k++) {
        link[k] = order[order.length - 1 - k];
      }
      links.add(link);
    }
  }

  private void learnProfiles(SeriesPanel demand, List<List<String>> traits) {
    Map<String, IntArray> members = new LinkedHashMap<>();
    for (int k = 0; k < levels.length; k++) {
      String group = mostTelling < 0 ? "" : traits.get(k).get(mostTelling);
      IntArray of = members.computeIfAbsent(group, g -> new IntArray());
      if (of.size() < MOST_OF_PROFILE) {
        of.add(items.position(k));
      }
    }
    members.forEach((group, of) -> profiles.put(group, SeasonProfile.of(demand, of.toArray())));
  }

  private SeasonProfile profile(List<String> traits) {
    String group = mostTelling < 0 ? "" : traits.get(mostTelling);
    return profiles.getOrDefault(group, SeasonProfile.flat());
  }

  private void learnGroups(List<List<String>> traits) {
    Map<List<String>, DoubleArray> collected = new HashMap<>();
    for (int k = 0; k < levels.length; k++) {
      collected.computeIfAbsent(List.of(), g -> new DoubleArray()).add(levels[k]);
      for (int[] link : links) {
        List<String> key = key(link, traits.get(k));
        if (!key.isEmpty()) {
          collected.computeIfAbsent(key, g -> new DoubleArray()).add(levels[k]);
        }
      }
    }
    collected.forEach((key, of) -> groups.put(key, new LevelGroup(of)));
  }

  /** Names and texts of some traits; empty if one is unknown. */
  private List<String> key(int[] link, List<String> traits) {
    List<String> key = new ArrayList<>();
    for (int a : link) {
      if (traits.get(a).isEmpty()) {
        return List.of();
      }
      key.add(names.get(a) + " " + traits.get(a));
    }
    return key;
  }

  private ColdStartErrors learnErrors(SeriesPanel demand, List<List<String>> traits) {
    double[] expected = new double[levels.length];
    Map<String, DoubleArray> moved = new HashMap<>();
    for (int k = 0; k < levels.length; k++) {
      expected[k] = chain(traits.get(k), levels[k]);
      String product = demand.id(items.position(k)).product().value();
      moved.computeIfAbsent(product, p -> new DoubleArray()).add(move(k, expected[k]));
    }
    moved.forEach((product, of) -> moves.put(product, new LevelGroup(of)));
    ColdStartErrors.Builder builder = new ColdStartErrors.Builder();
    for (int k = 0; k < levels.length; k++) {
      String product = demand.id(items.position(k)).product().value();
      double own = expected[k] * drawn(product, move(k, expected[k]));
      SeasonProfile profile = profile(traits.get(k));
      for (int s = 0; s < items.steps(); s++) {
        builder.add(k, own, own * profile.at(items.time(k, s)), items.demand(k, s));
      }
    }
    return builder.build();
  }

  private double move(int k, double expected) {
    return Math.min(MOST_MOVE, levels[k] / Math.max(LEAST_LEVEL, expected));
  }

  /** What other warehouses say of a product, without the item of this move; NaN = without none. */
  private double drawn(String product, double move) {
    LevelGroup group = moves.get(product);
    int others = group == null ? 0 : group.size() - (Double.isNaN(move) ? 0 : 1);
    if (group == null || others < 1) {
      return 1;
    }
    double mean = Double.isNaN(move) ? group.mean() : group.meanWithout(move);
    return (others * mean + DRAW) / (others + DRAW);
  }

  /** The level by attributes, without an item of this level; NaN = without none. */
  private double chain(List<String> traits, double level) {
    double expected = 0;
    boolean first = true;
    for (List<String> key : keys(traits)) {
      LevelGroup group = groups.get(key);
      int others = group == null ? 0 : group.size() - (Double.isNaN(level) ? 0 : 1);
      if (group != null && others > 0) {
        double mean = Double.isNaN(level) ? group.mean() : group.meanWithout(level);
        expected = first ? mean : (others * mean + DRAW * expected) / (others + DRAW);
        first = false;
      }
    }
    return expected;
  }

  private List<List<String>> keys(List<String> traits) {
    List<List<String>> keys = new ArrayList<>();
    keys.add(List.of());
    for (int[] link : links) {
      List<String> key = key(link, traits);
      if (!key.isEmpty()) {
        keys.add(key);
      }
    }
    return keys;
  }

  /**
   * Forecasts an item by those like it.
   *
   * @param panel a panel with the attributes of the one learnt from
   * @param series position of the item
   * @param horizon steps after the panel's end
   * @return the forecast; empty if no known item has the product or a telling attribute in common
   */
  public Optional<ColdStart> forecast(SeriesPanel panel, int series, int horizon) {
    List<String> traits = Traits.of(panel, series);
    String product = panel.id(series).product().value();
    String likeness = likeness(traits, product);
    if (likeness.isEmpty() || errors.isEmpty()) {
      return Optional.empty();
    }
    double level = chain(traits, Double.NaN) * drawn(product, Double.NaN);
    SeasonProfile profile = profile(traits);
    double[] mean = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      mean[h] = level * profile.at(panel.axis().sinceEpoch((long) panel.end() + h));
    }
    return Optional.of(errors.around(level, mean, likeness));
  }

  /** What the item has in common with how many others; empty if with none. */
  private String likeness(List<String> traits, String product) {
    String text = "";
    for (int[] link : links) {
      List<String> key = key(link, traits);
      LevelGroup group = groups.get(key);
      boolean onlyWarehouse = link.length == 1 && link[0] == 0;
      if (group != null && !key.isEmpty() && !onlyWarehouse) {
        text = "%d with %s".formatted(group.size(), String.join(", ", key));
      }
    }
    LevelGroup same = moves.get(product);
    if (same == null) {
      return text;
    }
    String elsewhere = "product %s in %d other warehouses".formatted(product, same.size());
    return text.isEmpty() ? elsewhere : elsewhere + " and " + text;
  }
}
