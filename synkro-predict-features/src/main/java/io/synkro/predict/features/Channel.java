package io.synkro.predict.features;

import io.synkro.predict.internal.Require;

/**
 * The numbers that a feature looks at: demand, a covariate, or either of them over a group of
 * series. Immutable.
 *
 * @param covariate name of the covariate, empty for demand
 * @param group what the series of a group have in common: {@code product}, {@code warehouse},
 *     {@code all} or the name of an attribute; empty for the series alone
 * @param mean whether the observed values of a group are averaged; else they are added up
 */
record Channel(String covariate, String group, boolean mean) {
  static final String ALL = "all";
  static final String PRODUCT = "product";
  static final String WAREHOUSE = "warehouse";

  static final Channel DEMAND = new Channel("", "", false);

  Channel of(String newCovariate) {
    return new Channel(Require.identifier("covariate", newCovariate), group, mean);
  }

  Channel over(String newGroup, boolean newMean) {
    return new Channel(covariate, Require.identifier("group", newGroup), newMean);
  }

  /** The channel of a single series that goes into this one. */
  Channel ofSeries() {
    return new Channel(covariate, "", false);
  }

  boolean isGroup() {
    return !group.isEmpty();
  }

  /** {@code demand}, {@code "price"}, {@code mean("price") by warehouse}, {@code … by "brand"}. */
  String text() {
    String text = covariate.isEmpty() ? "demand" : quoted(covariate);
    if (!isGroup()) {
      return text;
    }
    String by = isBuiltIn(group) ? group : quoted(group);
    return (mean ? "mean(" : "sum(") + text + ") by " + by;
  }

  /** Names of the user's own, so that no name can be taken for something else. */
  static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Whether a group is one that every panel has. */
  static boolean isBuiltIn(String group) {
    return group.equals(ALL) || group.equals(PRODUCT) || group.equals(WAREHOUSE);
  }

  /** What the names of its features begin with: {@code price_}, {@code category_mean_}. */
  String prefix() {
    String prefix = isGroup() ? group + (mean ? "_mean_" : "_sum_") : "";
    return prefix + (covariate.isEmpty() ? "" : covariate + "_");
  }
}
