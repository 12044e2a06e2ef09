package io.synkro.predict.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.TrainingRun;
import io.synkro.predict.tabular.UnsupportedOptionException;
import io.synkro.predict.testkit.SyntheticTable;
import org.junit.jupiter.api.Test;

/** What only the LightGBM engine can do is refused by name. */
class UnsupportedOptionsTest {
  private static final Objective SQUARED = new Objective.SquaredError();
  private static final TrainingData DATA = SyntheticTable.data(20, 1, SQUARED);

  private final XgboostLearner learner = new XgboostLearner();

  private void refuses(String option, TrainingData data, Objective objective, TrainingRun run) {
    assertThatThrownBy(() -> learner.fit(data, LearnerOptions.of(objective), run))
        .isInstanceOfSatisfying(
            UnsupportedOptionException.class,
            e -> {
              assertThat(e.engine()).isEqualTo("xgboost");
              assertThat(e.option()).isEqualTo(option);
            });
  }

  @Test
  void refusesByName() {
    TrainingRun plain = TrainingRun.plain();
    FeatureBins bins = FeatureBins.of(DATA.features(), 63);
    byte[][] codes = new byte[bins.schema().size()][20];
    TrainingData binned = TrainingData.of(new BinnedTable(bins, codes), new float[20]);
    refuses("data in bins", binned, SQUARED, plain);
    refuses("offsets", DATA.withOffsets(new double[20]), SQUARED, plain);
    refuses("Huber", DATA, new Objective.Huber(1), plain);
    refuses("validation data", DATA, SQUARED, plain.validatedBy(DATA, 5));
    refuses("a listener", DATA, SQUARED, plain.heardBy(progress -> true, 1));
    refuses(
        "an earlier model",
        DATA,
        SQUARED,
        plain.startingFrom(learner.fit(DATA, LearnerOptions.of(SQUARED))));
  }
}
