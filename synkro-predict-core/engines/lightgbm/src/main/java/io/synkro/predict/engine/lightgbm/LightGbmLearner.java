package io.synkro.predict.engine.lightgbm;

import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;

/**
 * Trains with LightGBM 4.3. The native library is loaded by the first {@code fit}; one model is
 * trained at a time in the whole process, since LightGBM keeps its number of threads in a global.
 * Training stops before all rounds are done when no leaf can be split any more, and with a {@link
 * TrainingFailedException} when the thread is interrupted.
 */
final class LightGbmLearner implements Learner {
  static final String NAME = "lightgbm";

  /**
   * Interned, so that copies of this class in several class loaders share one lock: they may share
   * one native library.
   */
  private static final Object PROCESS_LOCK =
      "io.synkro.predict.engine.lightgbm: native code".intern();

  private final LightGbmNatives natives;

  LightGbmLearner() {
    this(LightGbmNatives.SHARED);
  }

  LightGbmLearner(LightGbmNatives natives) {
    this.natives = natives;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TreeModel fit(TrainingData data, LearnerOptions options) {
    TrainingRows rows = TrainingRows.of(data, options.objective());
    String parameters = LightGbmParameters.of(rows.schema(), rows.size(), options);
    String modelText;
    synchronized (PROCESS_LOCK) {
      natives.load();
      modelText = train(rows, options.rounds(), parameters);
    }
    return TreeModels.of(NAME, rows.schema(), modelText);
  }

  private static String train(TrainingRows rows, int rounds, String parameters) {
    try (NativeDataset dataset = NativeDataset.of(rows, parameters);
        NativeBooster booster = new NativeBooster(dataset, parameters)) {
      for (int round = 0; round < rounds; round++) {
        TrainingFailedException.ifInterrupted(NAME, round, rounds);
        if (!booster.update()) {
          break;
        }
      }
      return booster.modelText();
    }
  }
}
