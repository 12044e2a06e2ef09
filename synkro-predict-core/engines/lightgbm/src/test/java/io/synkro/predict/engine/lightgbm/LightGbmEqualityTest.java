package io.synkro.predict.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.testkit.AdversarialRows;
import io.synkro.predict.testkit.SyntheticTable;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers are those of the native engine, for the very model text that we export. */
class LightGbmEqualityTest {
  private static final Pattern THRESHOLDS = Pattern.compile("(?m)^threshold=(.+)$");

  record Case(Objective objective, String extra) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case(new Objective.SquaredError(), ""),
        new Case(new Objective.SquaredError(), " zero_as_missing=true"),
        new Case(new Objective.SquaredError(), " use_missing=false"),
        new Case(new Objective.SquaredError(), " max_cat_to_onehot=64"),
        new Case(new Objective.SquaredError(), " boosting=dart"),
        new Case(new Objective.AbsoluteError(), ""),
        new Case(new Objective.Poisson(), " zero_as_missing=true"),
        new Case(new Objective.Tweedie(1.3), ""),
        new Case(new Objective.Quantile(0.9), " use_missing=false"),
        new Case(new Objective.Binary(), ""),
        new Case(new Objective.Binary(), " sigmoid=0.7"),
        new Case(new Objective.MultiClass(4), ""));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scoresAreTheNativeOnesToTheLastBit(Case each) {
    TreeModel model = train(each);
    FeatureTable rows =
        AdversarialRows.of(SyntheticTable.SCHEMA, thresholds(model.modelText()), true, 5000);
    double[] raw =
        NativePrediction.of(model.modelText(), rows, model.outputs(), NativePrediction.RAW);
    assertThat(model.margins(rows)).isEqualTo(raw);
    assertThat(raw).as("the rows reach many leaves").satisfies(s -> distinct(s, 100));

    double[] expected =
        NativePrediction.of(model.modelText(), rows, model.outputs(), NativePrediction.NORMAL);
    double[] actual = model.predict(rows);
    for (int i = 0; i < expected.length; i++) {
      // exp of the C library and of Java may differ in the last bit or two
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-14 * Math.abs(expected[i])));
    }
  }

  private static void distinct(double[] values, int least) {
    assertThat(Arrays.stream(values).distinct().count()).isGreaterThan(least);
  }

  /** Like the learner, but with parameters that it does not set. */
  private static TreeModel train(Case each) {
    LightGbmNatives.SHARED.load();
    LearnerOptions options =
        LearnerOptions.builder(each.objective())
            .rounds(60)
            .learningRate(0.15)
            .minRowsPerLeaf(3)
            .l2(0)
            .build();
    TrainingData data = withZeros(SyntheticTable.data(3000, 21, each.objective()));
    TrainingRows rows = TrainingRows.of(data, each.objective());
    String parameters =
        LightGbmParameters.of(rows.schema(), rows.size(), options)
            + " min_data_per_group=5 cat_smooth=1"
            + each.extra();
    try (NativeDataset dataset = NativeDataset.of(rows, parameters);
        NativeBooster booster = new NativeBooster(dataset, parameters)) {
      for (int i = 0; i < 60; i++) {
        booster.update();
      }
      return TreeModels.of("lightgbm", rows.schema(), booster.modelText());
    }
  }

  /** Zeros in a number, so that zero_as_missing has something to miss. */
  private static TrainingData withZeros(TrainingData data) {
    float[][] columns = new float[data.features().schema().size()][data.rows()];
    float[] labels = new float[data.rows()];
    for (int r = 0; r < data.rows(); r++) {
      labels[r] = data.label(r);
      for (int c = 0; c < columns.length; c++) {
        columns[c][r] = c < 2 && r % 7 == c ? 0 : data.features().value(r, c);
      }
    }
    return TrainingData.of(new FeatureTable(data.features().schema(), columns), labels);
  }

  static List<Float> thresholds(String modelText) {
    List<Float> thresholds = new ArrayList<>();
    THRESHOLDS
        .matcher(modelText)
        .results()
        .map((MatchResult result) -> result.group(1).split(" "))
        .flatMap(Stream::of)
        .filter(text -> !text.endsWith("inf"))
        .forEach(text -> thresholds.add(Float.parseFloat(text)));
    return thresholds;
  }
}
