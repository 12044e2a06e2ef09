package io.synkro.predict.forecast;

import io.synkro.predict.ProgressListener;
import io.synkro.predict.demand.UnconstrainedDemand;
import io.synkro.predict.forecast.internal.Backtest;
import io.synkro.predict.forecast.internal.BacktestErrors;
import io.synkro.predict.forecast.internal.HorizonRange;
import io.synkro.predict.forecast.internal.Member;
import io.synkro.predict.forecast.internal.SeasonalNaive;
import io.synkro.predict.forecast.internal.TreeMember;
import io.synkro.predict.forecast.internal.TreePlan;
import io.synkro.predict.internal.Require;
import io.synkro.predict.search.Objective;
import io.synkro.predict.search.ParameterValues;
import io.synkro.predict.search.SearchParameter;
import io.synkro.predict.search.SearchSpace;
import io.synkro.predict.search.Study;
import io.synkro.predict.search.StudyResult;
import io.synkro.predict.search.Trial;
import io.synkro.predict.search.TrialPrunedException;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches for the options of trees of counts that forecast best: each trial trains at rolling
 * origins and is judged by what happened after them, and reports its mean loss after every origin,
 * so that a study may give it up early. Best found options go into {@link TreeTraining}. Immutable;
 * safe for use by many threads; runs on the caller's thread. Studies say how a search is seeded,
 * bounded in time and resumed.
 */
public final class TreeSearch {
  private final Learner learner;
  private final FeatureSource features;
  private final int horizon;
  private final int backtests;
  private final TreeTraining training;

  private TreeSearch(
      Learner learner, FeatureSource features, int horizon, int backtests, TreeTraining training) {
    this.learner = learner;
    this.features = features;
    this.horizon = Require.atLeast("horizon", horizon, 1, "");
    this.backtests = Require.atLeast("backtests", backtests, 1, "use 3");
    this.training = training;
  }

  /**
   * Starts from a horizon of 28 steps, three backtests and the standard training.
   *
   * @param learner trains the trees
   * @param features computes their features
   * @return a search
   */
  public static TreeSearch of(Learner learner, FeatureSource features) {
    return new TreeSearch(learner, features, 28, 3, TreeTraining.standard());
  }

  /**
   * Returns the same search for another horizon.
   *
   * @param steps at least 1
   * @return a search
   */
  public TreeSearch horizon(int steps) {
    return new TreeSearch(learner, features, steps, backtests, training);
  }

  /**
   * Returns the same search with another number of rolling origins.
   *
   * @param origins at least 1; fewer are used if the history is short
   * @return a search
   */
  public TreeSearch backtests(int origins) {
    return new TreeSearch(learner, features, horizon, origins, training);
  }

  /**
   * Returns the same search with another training; its options do not matter.
   *
   * @param how from how many examples, and which of them count more; direct trees without
   *     constraints, whose options suit the others as well
   * @return a search
   * @throws io.synkro.predict.InvalidInputException if other trees are asked for
   */
  public TreeSearch training(TreeTraining how) {
    Require.that(
        how.strategies().equals(Set.of(TreeStrategy.DIRECT)) && how.decreasing().isEmpty(),
        "training",
        how.strategies() + " decreasing in " + how.decreasing(),
        "must be direct without decreasing effects while options are searched for",
        "give the options that are found to the other training");
    return new TreeSearch(learner, features, horizon, backtests, how);
  }

  /**
   * Returns the options to search among: rounds (50 to 800), rate (0.01 to 0.3), leaves (7 to 127),
   * rows of a leaf (5 to 500), shares of rows and features (0.3 to 1), L2 penalty (0.01 to 10) and
   * the power of the Tweedie loss (1.05 to 1.6).
   *
   * @return a space; others are fine too, as long as {@link #options} knows their names
   */
  public static SearchSpace space() {
    return SearchSpace.builder()
        .logInteger("rounds", 50, 800)
        .logUniform("rate", 0.01, 0.3)
        .logInteger("leaves", 7, 127)
        .logInteger("leaf_rows", 5, 500)
        .uniform("row_fraction", 0.3, 1)
        .uniform("feature_fraction", 0.3, 1)
        .logUniform("l2", 0.01, 10)
        .uniform("power", 1.05, 1.6)
        .build();
  }

  /**
   * Returns the options that values of {@link #space} stand for.
   *
   * @param values one value for each parameter
   * @param seed seed of the trainings
   * @return options for {@link TreeTraining.Builder#options}
   */
  public static LearnerOptions options(ParameterValues values, int seed) {
    return LearnerOptions.builder(
            new io.synkro.predict.tabular.Objective.Tweedie(values.real("power")))
        .rounds(values.whole("rounds"))
        .learningRate(values.real("rate"))
        .leaves(values.whole("leaves"))
        .minRowsPerLeaf(values.whole("leaf_rows"))
        .rowFraction(values.real("row_fraction"))
        .featureFraction(values.real("feature_fraction"))
        .l2(values.real("l2"))
        .seed(seed)
        .build();
  }

  /**
   * Runs a study.
   *
   * @param sales recorded sales, as for {@link DemandForecaster#fit}
   * @param study over {@link #space()} or another space with its names and kinds of parameters
   * @param seed seed of the trainings
   * @return all trials; the lower the value, the better
   * @throws io.synkro.predict.InvalidInputException if no series has a history long enough, no
   *     demand is there to judge by, or space, seed or training do not fit
   */
  public StudyResult run(SeriesPanel sales, Study study, int seed) {
    return study.run(objective(sales, study, seed));
  }

  /**
   * Runs a study and writes every trial down, or goes on with one that was written down.
   *
   * @param sales recorded sales, as for {@link DemandForecaster#fit}
   * @param study over {@link #space()}; its name should say which data it is of. Engine, horizon,
   *     origins, seed and training are part of the journal, features are not.
   * @param seed seed of the trainings
   * @param journal file of the trials, of this study or not yet there
   * @return all trials; the lower the value, the better
   * @throws IOException if the journal cannot be read or written
   * @throws io.synkro.predict.search.StudyJournalException if the journal is damaged, in use, or of
   *     another study, engine, horizon, number of origins, seed or training
   * @throws io.synkro.predict.InvalidInputException as for {@link #run}
   */
  public StudyResult resume(SeriesPanel sales, Study study, int seed, Path journal)
      throws IOException {
    Frequency frequency = sales.axis().frequency();
    Map<String, String> conditions =
        Map.of(
            "engine", learner.name(),
            "horizon", Integer.toString(horizon),
            "origins", Integer.toString(backtests),
            "seed", Integer.toString(seed),
            "rows", Integer.toString(training.maxRows(frequency)),
            "models", Integer.toString(training.models(frequency)),
            "halfLife", Double.toString(training.halfLife()),
            "weightedBy", training.valueCovariate().orElse(""),
            "patience", Integer.toString(training.patience()));
    return study.under(conditions).run(objective(sales, study, seed), journal);
  }

  /** Whatever would fail every trial is refused here, before the first one is written down. */
  private Objective objective(SeriesPanel sales, Study study, int seed) {
    Require.atLeast("seed", seed, 0, "");
    requireOptions(study.space());
    SeriesPanel used = sales.futureSteps() >= horizon ? sales : sales.withoutPlans();
    requireCovariate(used);
    SeriesPanel observed = UnconstrainedDemand.of(used).observed();
    int origins = Backtest.possibleOrigins(observed, horizon, backtests);
    Require.that(
        origins > 0,
        "history",
        sales,
        "must be longer than a season and the horizon of %d steps".formatted(horizon),
        "shorten the horizon or give more history");
    Backtest reference = backtest(used, observed, new SeasonalNaive(horizon));
    reference.run(origins, ProgressListener.none());
    requireJudged(reference.errors(), origins);
    return trial -> {
      LearnerOptions options = options(trial.parameters(), seed);
      TreePlan plan = new TreePlan("search", learner, options, DemandScaling.RATIO, training);
      TreeMember trees = new TreeMember(new HorizonRange(1, horizon), plan, features);
      return loss(backtest(used, observed, trees), origins, trial);
    };
  }

  private static void requireOptions(SearchSpace given) {
    for (SearchParameter option : space().parameters()) {
      Require.that(
          given.parameters().stream()
              .anyMatch(p -> p.name().equals(option.name()) && p.getClass() == option.getClass()),
          "space",
          given.parameters().stream().map(SearchParameter::name).toList(),
          "must vary %s as TreeSearch.space() does, in any range".formatted(option.name()),
          "give it a narrow range");
    }
  }

  private void requireCovariate(SeriesPanel used) {
    training
        .valueCovariate()
        .ifPresent(
            name ->
                Require.that(
                    used.covariate(name).isPresent(),
                    "weightedBy",
                    name,
                    "must be the name of a covariate",
                    "look at the covariates of the panel"));
  }

  private void requireJudged(BacktestErrors errors, int origins) {
    Require.that(
        errors.size() > 0,
        "demand",
        "none in the last %s steps that follows a sale".formatted((long) origins * horizon),
        "must be observed for at least one series",
        "check the units and the in-stock flags");
  }

  private Backtest backtest(SeriesPanel used, SeriesPanel observed, Member member) {
    return new Backtest(
        observed,
        origin -> UnconstrainedDemand.of(used.before(origin, horizon)).panel(),
        horizon,
        List.of(member));
  }

  private double loss(Backtest backtest, int origins, Trial trial) {
    for (int k = 0; k < origins; k++) {
      backtest.runOrigin(k, origins);
      // an origin before which no series has half of its history is not judged
      if (backtest.errors().size() > 0) {
        trial.report(k, loss(backtest.errors()));
        if (k < origins - 1 && trial.shouldPrune()) {
          throw new TrialPrunedException(trial);
        }
      }
    }
    requireJudged(backtest.errors(), origins);
    return loss(backtest.errors());
  }

  private static double loss(BacktestErrors errors) {
    double sum = 0;
    for (int k = 0; k < errors.size(); k++) {
      sum += errors.loss(k, errors.forecast(0, k));
    }
    return sum / errors.size();
  }
}
