package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.ScaledFeatures;
import io.synkro.predict.forecast.TreeStrategy;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members that a forecaster backtests. Exponential smoothing, Theta, complex smoothing and
 * IMAPA take part in weekly to yearly series; in hourly and daily ones, of which there are many
 * more values, they cost much and seldom help beside trees.
 *
 * @param horizon steps to forecast
 * @param learner the engine, if any
 * @param features what it learns from
 * @param options how to train instead of the standard options
 * @param maxRows about the most examples of a training
 * @param seed seed of the trainings
 * @param strategies how trees reach several steps ahead
 */
public record Members(
    int horizon,
    @Nullable Learner learner,
    @Nullable FeatureSource features,
    @Nullable LearnerOptions options,
    int maxRows,
    int seed,
    Set<TreeStrategy> strategies) {
  /**
   * Returns the members for a panel.
   *
   * @param demand clean demand
   * @return members; the first is the reference, seasonal naive
   */
  public List<Member> of(SeriesPanel demand) {
    Frequency frequency = demand.axis().frequency();
    boolean planned = demand.futureSteps() > 0;
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
      addTrees(members, plan("counts", learner, DemandScaling.RATIO, ofCounts()));
      if (!dense && features instanceof ScaledFeatures) {
        addTrees(members, plan("changes", learner, DemandScaling.DIFFERENCE, ofMedian()));
      }
      if (planned) {
        addTrees(members, plan("logs", learner, DemandScaling.LOG_RATIO, ofMedian()));
      }
    }
    return members;
  }

  private void add(List<Member> members, UnivariateMethod method) {
    members.add(new UnivariateMember(horizon, method));
  }

  private TreePlan plan(
      String name, Learner engine, DemandScaling scaling, LearnerOptions training) {
    return new TreePlan(engine.name() + ", " + name, engine, training, scaling, 1, maxRows);
  }

  private void addTrees(List<Member> members, TreePlan plan) {
    FeatureSource source = Objects.requireNonNull(features);
    if (source instanceof ScaledFeatures scaled) {
      source = scaled.scaled(plan.scaling());
    }
    for (TreeStrategy strategy : strategies) {
      members.add(
          switch (strategy) {
            case DIRECT -> new TreeMember(new HorizonRange(1, horizon), plan, source);
            case BLOCKS -> new TreeBlocks(horizon, plan, source);
            case RECURSIVE -> new RecursiveTrees(horizon, plan, source);
          });
    }
  }

  private LearnerOptions ofCounts() {
    return options != null
        ? options
        : LearnerOptions.builder(new Objective.Tweedie(1.2))
            .rounds(200)
            .learningRate(0.06)
            .seed(seed)
            .build();
  }

  private LearnerOptions ofMedian() {
    return LearnerOptions.builder(new Objective.AbsoluteError())
        .rounds(300)
        .learningRate(0.06)
        .minRowsPerLeaf(100)
        .featureFraction(0.6)
        .l2(1)
        .seed(seed)
        .build();
  }
}
