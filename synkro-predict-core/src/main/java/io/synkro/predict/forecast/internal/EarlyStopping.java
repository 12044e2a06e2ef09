package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.TrainingRun;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds how many rounds forecast the latest horizon best that was not trained on. Few rounds are
 * never enough to tell, and without examples on either side the rounds stay as they are.
 *
 * @param plan how to train
 * @param range horizons to learn
 * @param features what to learn from
 */
record EarlyStopping(TreePlan plan, HorizonRange range, FeatureSource features) {
  private static final int LEAST_ROUNDS = 10;

  /** Returns the options of a training on all rows. */
  LearnerOptions options(SeriesPanel demand, FeatureRows rows) {
    int cut = demand.end() - range.last();
    TrainingTable table = new TrainingTable(demand, plan, features, Integer.MAX_VALUE);
    Optional<TrainingData> known = table.of(part(rows, cut, false));
    Optional<TrainingData> latest = table.of(part(rows, cut, true));
    if (known.isEmpty() || latest.isEmpty()) {
      return plan.options();
    }
    int[] best = {plan.options().rounds()};
    TrainingRun run =
        TrainingRun.plain()
            .validatedBy(latest.get(), plan.training().patience())
            .heardBy(
                progress -> {
                  best[0] = progress.bestRound();
                  return true;
                },
                1);
    plan.learner().fit(known.get(), plan.options(), run);
    return plan.options().toBuilder().rounds(Math.max(LEAST_ROUNDS, best[0])).build();
  }

  private static FeatureRows part(FeatureRows rows, int cut, boolean latest) {
    int[] kept =
        IntStream.range(0, rows.size()).filter(r -> rows.target(r) >= cut == latest).toArray();
    return new FeatureRows(
        IntStream.of(kept).map(rows::series).toArray(),
        IntStream.of(kept).map(rows::origin).toArray(),
        IntStream.of(kept).map(rows::horizon).toArray());
  }
}
