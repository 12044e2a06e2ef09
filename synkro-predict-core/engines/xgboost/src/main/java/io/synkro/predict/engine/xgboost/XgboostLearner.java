package io.synkro.predict.engine.xgboost;

import io.synkro.predict.engine.NativeLibraries;
import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.UnsupportedOptionException;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trains with XGBoost 3.4. The native library is loaded by the first {@code fit}; one model is
 * trained at a time. Training stops with a {@link TrainingFailedException} when the thread is
 * interrupted.
 */
final class XgboostLearner implements Learner {
  static final String NAME = "xgboost";

  private static final Object NATIVE_LOCK = new Object();

  XgboostLearner() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TreeModel fit(TrainingData data, LearnerOptions options) {
    UnsupportedOptionException.require(!data.isBinned(), NAME, "data in bins");
    UnsupportedOptionException.require(data.offsets() == 0, NAME, "offsets");
    TrainingRows rows = TrainingRows.of(data, options.objective());
    Map<String, Object> parameters = XgboostParameters.of(rows.schema(), options);
    byte[] model;
    synchronized (NATIVE_LOCK) {
      try {
        model = train(rows, options.rounds(), parameters);
      } catch (LinkageError e) {
        throw NativeLibraries.explain(NAME, e);
      } catch (XGBoostError e) {
        throw new TrainingFailedException(
            NAME,
            firstLine(e),
            "check labels, weights and options against what the message names",
            e);
      }
    }
    return TreeModels.of(NAME, rows.schema(), model);
  }

  private static byte[] train(TrainingRows rows, int rounds, Map<String, Object> parameters)
      throws XGBoostError {
    DMatrix matrix = TrainingMatrix.of(rows);
    try {
      // with no round to train this only creates the booster, whose constructor is not public
      Booster booster = XGBoost.train(matrix, parameters, 0, Map.of(), null, null);
      try {
        for (int round = 0; round < rounds; round++) {
          TrainingFailedException.ifInterrupted(NAME, round, rounds);
          booster.update(matrix, round);
        }
        return booster.toByteArray("ubj");
      } finally {
        booster.dispose();
      }
    } finally {
      matrix.dispose();
    }
  }

  /** What XGBoost says first; a stack trace of C++ follows. */
  private static String firstLine(XGBoostError error) {
    String message = String.valueOf(error.getMessage()).strip();
    return message.lines().findFirst().orElse(message);
  }
}
