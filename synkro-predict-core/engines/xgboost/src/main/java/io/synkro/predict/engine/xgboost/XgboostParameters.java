package io.synkro.predict.engine.xgboost;

import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.UnsupportedOptionException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Options in XGBoost's words. XGBoost has no least number of rows of a leaf: {@code
 * min_child_weight}, the least sum of second derivatives, stands in for it. For squared error that
 * is the sum of weights, for the other objectives an approximation.
 */
final class XgboostParameters {
  private XgboostParameters() {}

  static Map<String, Object> of(FeatureSchema schema, LearnerOptions options) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    putObjective(parameters, options.objective());
    parameters.put("tree_method", "hist");
    parameters.put("grow_policy", "lossguide");
    parameters.put("max_leaves", options.leaves());
    parameters.put("max_depth", options.maxDepth());
    parameters.put("gamma", options.minGainToSplit());
    parameters.put("eta", options.learningRate());
    parameters.put("min_child_weight", options.minRowsPerLeaf());
    parameters.put("subsample", options.rowFraction());
    parameters.put("colsample_bytree", options.featureFraction());
    parameters.put("colsample_bynode", options.nodeFeatureFraction());
    int[] directions = options.directions(schema);
    if (!options.monotone().isEmpty()) {
      parameters.put(
          "monotone_constraints",
          Arrays.stream(directions)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(",", "(", ")")));
    }
    parameters.put("lambda", options.l2());
    parameters.put("max_bin", options.maxBins());
    parameters.put("seed", options.seed());
    parameters.put("nthread", options.threads());
    parameters.put("disable_default_eval_metric", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }

  private static void putObjective(Map<String, Object> parameters, Objective objective) {
    if (objective instanceof Objective.SquaredError) {
      parameters.put("objective", "reg:squarederror");
    } else if (objective instanceof Objective.AbsoluteError) {
      parameters.put("objective", "reg:absoluteerror");
    } else if (objective instanceof Objective.Huber) {
      throw new UnsupportedOptionException(
          XgboostLearner.NAME, "Huber", "use AbsoluteError, or the engine \"lightgbm\"");
    } else if (objective instanceof Objective.Poisson) {
      parameters.put("objective", "count:poisson");
    } else if (objective instanceof Objective.Tweedie tweedie) {
      parameters.put("objective", "reg:tweedie");
      parameters.put("tweedie_variance_power", tweedie.variancePower());
    } else if (objective instanceof Objective.Quantile quantile) {
      parameters.put("objective", "reg:quantileerror");
      parameters.put("quantile_alpha", quantile.level());
    } else if (objective instanceof Objective.Binary) {
      parameters.put("objective", "binary:logistic");
    } else if (objective instanceof Objective.MultiClass classes) {
      parameters.put("objective", "multi:softprob");
      parameters.put("num_class", classes.classes());
    } else {
      throw new IllegalStateException("No XGBoost objective for " + objective);
    }
  }
}
