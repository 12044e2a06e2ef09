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
  static final Channel DEMAND = new Channel("", "", false);

  Channel {
    Require.that(
        covariate.isEmpty() || !covariate.isBlank(),
        "covariate",
        covariate,
        "must have a name",
        "");
  }

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

  /** {@code price}, {@code mean(price) by category}. */
  String text() {
    String text = covariate.isEmpty() ? "demand" : covariate;
    return isGroup() ? "%s(%s) by %s".formatted(mean ? "mean" : "sum", text, group) : text;
  }

  /** What the names of its features begin with: {@code price_}, {@code category_mean_}. */
  String prefix() {
    String prefix = isGroup() ? group + (mean ? "_mean_" : "_sum_") : "";
    return prefix + (covariate.isEmpty() ? "" : covariate + "_");
  }
}
