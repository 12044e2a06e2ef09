package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.ScaledFeatures;
import io.synkro.predict.forecast.TreeStrategy;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.univariate.AutoEts;
import io.synkro.predict.univariate.Ces;
import io.synkro.predict.univariate.Croston;
import io.synkro.predict.univariate.Imapa;
import io.synkro.predict.univariate.Mstl;
import io.synkro.predict.univariate.Theta;
import io.synkro.predict.univariate.UnivariateMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members that a forecaster backtests. Exponential smoothing, Theta, complex smoothing and
 * IMAPA take part in weekly to yearly series; in hourly and daily ones, of which there are many
 * more values, they cost much and seldom help beside trees.
 *
 * @param horizon steps to forecast
 * @param learner the engine, if any
 * @param features what it learns from
 * @param training how trees are trained
 * @param seed seed of the trainings
 */
public record Members(
    int horizon,
    @Nullable Learner learner,
    @Nullable FeatureSource features,
    TreeTraining training,
    int seed) {
  /** Errors from which on they count in proportion, in usual changes or shares of the level. */
  private static final double NEARLY_MEDIAN = 0.5;

  /**
   * Returns the members for a panel.
   *
   * @param demand clean demand
   * @return members; the first is the reference, seasonal naive
   */
  public List<Member> of(SeriesPanel demand) {
    Frequency frequency = demand.axis().frequency();
    List<Member> members = new ArrayList<>();
    members.add(new SeasonalNaive(horizon));
    members.add(new SeasonalMean(horizon));
    boolean dense = frequency == Frequency.HOURLY || frequency == Frequency.DAILY;
    if (!dense) {
      add(members, Theta.dynamicOptimised());
      add(members, Ces.automatic());
      add(members, AutoEts.standard());
      if (frequency.seasonLength() > 1) {
        add(members, Mstl.of(Theta.dynamicOptimised()));
      }
    }
    add(members, Croston.sba(0.1));
    if (!dense) {
      add(members, Imapa.optimised());
    }
    if (learner != null && features != null) {
      LearnerOptions medians = constrained(ofMedians(), demand, features);
      LearnerOptions counts = constrained(ofCounts(), demand, features);
      addTrees(members, plan("counts", learner, DemandScaling.RATIO, counts));
      if (!dense && features instanceof ScaledFeatures) {
        addTrees(members, plan("changes", learner, DemandScaling.DIFFERENCE, medians));
      }
      if (!dense && demand.futureSteps() > 0) {
        addTrees(members, plan("logs", learner, DemandScaling.LOG_RATIO, medians));
      }
    }
    return members;
  }

  private LearnerOptions constrained(
      LearnerOptions options, SeriesPanel demand, FeatureSource source) {
    Map<String, LearnerOptions.Direction> directions = new HashMap<>(options.monotone());
    for (String covariate : training.decreasing()) {
      List<String> columns = source.risingWith(demand, covariate);
      Require.that(
          !columns.isEmpty(),
          "decreasingIn",
          covariate,
          "must be a covariate with features that rise with it",
          "look at the covariates of the panel");
      columns.forEach(column -> directions.put(column, LearnerOptions.Direction.DECREASING));
    }
    return options.toBuilder().monotone(directions).build();
  }

  private void add(List<Member> members, UnivariateMethod method) {
    members.add(new UnivariateMember(horizon, method));
  }

  private TreePlan plan(
      String name, Learner engine, DemandScaling scaling, LearnerOptions options) {
    return new TreePlan(engine.name() + ", " + name, engine, options, scaling, training);
  }

  private void addTrees(List<Member> members, TreePlan plan) {
    FeatureSource source = Objects.requireNonNull(features);
    if (source instanceof ScaledFeatures scaled) {
      source = scaled.scaled(plan.scaling());
    }
    for (TreeStrategy strategy : training.strategies()) {
      members.add(
          switch (strategy) {
            case DIRECT -> new TreeMember(new HorizonRange(1, horizon), plan, source);
            case BLOCKS -> new TreeBlocks(horizon, plan, source);
            case RECURSIVE -> new RecursiveTrees(horizon, plan, source);
          });
    }
  }

  private LearnerOptions ofCounts() {
    return training
        .options()
        .orElseGet(
            () ->
                LearnerOptions.builder(new Objective.Tweedie(1.2))
                    .rounds(200)
                    .learningRate(0.06)
                    .seed(seed)
                    .build());
  }

  /** Engines keep effects monotone by slopes of the loss, which absolute errors do not have. */
  private LearnerOptions ofMedians() {
    boolean monotone = !training.decreasing().isEmpty();
    Objective objective =
        monotone ? new Objective.Huber(NEARLY_MEDIAN) : new Objective.AbsoluteError();
    return LearnerOptions.builder(objective)
        .rounds(300)
        .learningRate(0.06)
        .minRowsPerLeaf(100)
        .featureFraction(0.6)
        .l2(1)
        .seed(seed)
        .build();
  }
}
