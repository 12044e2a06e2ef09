package io.synkro.predict.trees;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.FeatureSchema;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the model of an engine says.
 *
 * @param ensemble the trees
 * @param link from margins to predictions
 * @param featureNames names of the features in order, as they are written there, or empty if there
 *     are none
 * @param schema the features as the model tells them: its names with every character that a {@link
 *     io.synkro.predict.tabular.Feature} does not allow replaced by {@code _}, and {@code f0, f1,
 *     …} if it has none; a category has 1 more than the largest code that the model knows
 * @param treesPerRound trees that one round of boosting adds, at least 1; all if rounds differ
 * @param bestRounds how many rounds early stopping found best, if the model says so (XGBoost's
 *     attribute {@code best_iteration}, plus 1); all rounds are here nevertheless
 */
public record ParsedTrees(
    TreeEnsemble ensemble,
    Link link,
    List<String> featureNames,
    FeatureSchema schema,
    int treesPerRound,
    OptionalInt bestRounds) {
  /** {@inheritDoc} */
  public ParsedTrees {
    featureNames = List.copyOf(featureNames);
    Require.atLeast("treesPerRound", treesPerRound, 1, "");
  }

  /** Returns what the model says after some rounds. */
  ParsedTrees first(int rounds) {
    int all = ensemble.trees() / treesPerRound;
    Require.that(
        rounds >= 0 && rounds <= all,
        "rounds",
        rounds,
        "must be from 0 to the number of rounds, " + all,
        "");
    return new ParsedTrees(
        ensemble.first(rounds * treesPerRound),
        link.rounds() > 1 ? link.withRounds(Math.max(1, rounds)) : link,
        featureNames,
        schema,
        treesPerRound,
        OptionalInt.empty());
  }
}
