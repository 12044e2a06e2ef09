package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;

/**
 * How models of trees are trained.
 *
 * @param name what tells the member from others, for reports
 * @param learner the engine
 * @param options how to train; further models count their seed up
 * @param scaling how the target is scaled
 * @param training from what, and how long
 */
public record TreePlan(
    String name,
    Learner learner,
    LearnerOptions options,
    DemandScaling scaling,
    TreeTraining training) {}
