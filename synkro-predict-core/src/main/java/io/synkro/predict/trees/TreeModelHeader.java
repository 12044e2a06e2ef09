package io.synkro.predict.trees;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.trees.internal.Dialect;
import io.synkro.predict.trees.internal.Forest;
import java.util.List;
import java.util.OptionalInt;

/**
 * The JSON header of {@link TreeModelFile}, which is described there.
 *
 * @param engine the engine that trained the model
 * @param columns the schema
 * @param dialect name of a {@link Dialect}
 * @param link from margins to predictions
 * @param treesPerRound trees that a round of boosting adds
 * @param bestRounds rounds that early stopping found best, 0 if the model does not say
 * @param sizes lengths of the columns of the forest
 */
record TreeModelHeader(
    String engine,
    List<Column> columns,
    String dialect,
    NamedLink link,
    int treesPerRound,
    int bestRounds,
    ForestSizes sizes) {

  /** A feature of the schema that may not be one; no categories for a number. */
  record Column(String name, int categories, String definition) {}

  /** A link whose kind may be one that only later versions know. */
  record NamedLink(String kind, double slope, int rounds) {}

  static TreeModelHeader of(TreeModel model, Forest forest) {
    ParsedTrees trees = model.trees();
    Link link = trees.link();
    return new TreeModelHeader(
        model.engine(),
        model.schema().features().stream()
            .map(feature -> new Column(feature.name(), feature.categories(), feature.definition()))
            .toList(),
        forest.dialect().name(),
        new NamedLink(link.kind().name(), link.slope(), link.rounds()),
        trees.treesPerRound(),
        trees.bestRounds().orElse(0),
        ForestSizes.of(forest));
  }

  /** Returns the model whose trees are given. */
  TreeModel model(TreeEnsemble ensemble) {
    FeatureSchema schema = schema();
    OptionalInt best = bestRounds == 0 ? OptionalInt.empty() : OptionalInt.of(bestRounds);
    Link named =
        new Link(named(Link.Kind.values(), "link", link.kind()), link.slope(), link.rounds());
    return new TreeModel(
        engine,
        schema,
        new ParsedTrees(ensemble, named, schema.names(), schema, treesPerRound, best));
  }

  /** Returns whether margins are divided by nothing or by all rounds. */
  boolean averagesAll(int rounds) {
    return link.rounds() == 1 || link.rounds() == rounds;
  }

  Dialect namedDialect() {
    return named(Dialect.values(), "dialect", dialect);
  }

  private FeatureSchema schema() {
    return new FeatureSchema(
        columns.stream().map(c -> new Feature(c.name(), c.categories(), c.definition())).toList());
  }

  private <E extends Enum<E>> E named(E[] known, String what, String name) {
    for (E value : known) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw new UnsupportedModelException(
        engine, "the %s %s".formatted(what, name), "update synkro-predict-core");
  }
}
