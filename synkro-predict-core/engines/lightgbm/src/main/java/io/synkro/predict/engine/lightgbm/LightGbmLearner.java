package io.synkro.predict.engine.lightgbm;

import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.TrainingRun;
import io.synkro.predict.tabular.UnsupportedOptionException;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import org.jspecify.annotations.Nullable;

/**
 * Trains with LightGBM 4.3. The native library is loaded by the first {@code fit}. Models that are
 * trained with the same number of threads are trained at the same time, others wait for one
 * another: see {@link NativeTurn}. Training stops before all rounds are done when no leaf can be
 * split any more, and with a {@link TrainingFailedException} when the thread is interrupted.
 */
final class LightGbmLearner implements Learner {
  static final String NAME = "lightgbm";

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
  public boolean takesBins() {
    return true;
  }

  @Override
  public TreeModel fit(TrainingData data, LearnerOptions options) {
    return fit(data, options, TrainingRun.plain());
  }

  @Override
  public TreeModel fit(TrainingData data, LearnerOptions options, TrainingRun run) {
    TrainingRows rows = TrainingRows.of(data, options.objective());
    Cells cells = Cells.of(rows);
    Cells validation =
        run.validation()
            .map(other -> cells.alike(TrainingRows.ofValidation(other, options.objective())))
            .orElse(null);
    TreeModel start = run.start().map(model -> start(model, rows)).orElse(null);
    String parameters = LightGbmParameters.of(rows, options, validation != null);
    Task task = new Task(cells, validation, start, parameters);
    String modelText =
        NativeTurn.call(
            options.threads(),
            options.rounds(),
            () -> {
              natives.load();
              return train(task, run, options.rounds());
            });
    if (modelText.isEmpty() && start != null) {
      return start; // no round was better
    }
    TreeModel model =
        rows.isBinned()
            ? TreeModels.ofBinned(rows.binned().bins(), modelText)
            : TreeModels.of(NAME, rows.schema(), modelText);
    return start == null ? model : start.followedBy(model);
  }

  private static TreeModel start(FittedLearner model, TrainingRows rows) {
    if (model instanceof TreeModel trees && trees.engine().equals(NAME)) {
      trees.schema().requireSame(rows.schema());
      return trees;
    }
    throw new UnsupportedOptionException(
        NAME, "a model to start from that is not its own", "train that model with this engine");
  }

  /** What is handed over to LightGBM. */
  private record Task(
      Cells training, @Nullable Cells validation, @Nullable TreeModel start, String parameters) {}

  private static String train(Task task, TrainingRun run, int rounds) {
    try (NativeDataset dataset = NativeDataset.of(task.training(), task.parameters());
        NativeDataset validation = dataset.alike(task.validation())) {
      StartingMargins.set(dataset, task.training().rows(), task.start());
      if (task.validation() != null) {
        StartingMargins.set(validation, task.validation().rows(), task.start());
      }
      try (NativeBooster booster = new NativeBooster(dataset, task.parameters())) {
        if (task.validation() != null) {
          booster.validateBy(validation);
        }
        int kept = new Boosting(booster, run, rounds).train();
        return kept == 0 ? "" : booster.modelText(kept);
      }
    }
  }
}
