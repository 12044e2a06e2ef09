package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.internal.MeanLearner;
import io.synkro.predict.search.MedianStopping;
import io.synkro.predict.search.ParameterValues;
import io.synkro.predict.search.SearchSpace;
import io.synkro.predict.search.Study;
import io.synkro.predict.search.StudyJournalException;
import io.synkro.predict.search.StudyResult;
import io.synkro.predict.search.TrialOutcome;
import io.synkro.predict.search.TrialResult;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is off by as much as its rate is from 0.1, on demand that hardly changes. */
class TreeSearchTest {
  private final Path folder;

  TreeSearchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static final class Missing implements Learner {
    private final MeanLearner mean = new MeanLearner(Float.NaN);

    @Override
    public String name() {
      return "missing";
    }

    @Override
    public FittedLearner fit(TrainingData data, LearnerOptions options) {
      FittedLearner exact = mean.fit(data, options);
      double factor = 1 + Math.abs(Math.log(options.learningRate() / 0.1));
      return new FittedLearner() {
        @Override
        public FeatureSchema schema() {
          return exact.schema();
        }

        @Override
        public int outputs() {
          return 1;
        }

        @Override
        public double[] predict(FeatureTable features) {
          return Arrays.stream(exact.predict(features)).map(v -> factor * v).toArray();
        }

        @Override
        public void save(Path file) {
          throw new UnsupportedOperationException("a fake is not saved");
        }
      };
    }
  }

  private static SeriesPanel calm(int days) {
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
    double[] values = new double[days];
    Arrays.setAll(values, t -> 4 + 0.3 * (t % 3 - 1));
    return SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), axis, 0, values)));
  }

  private static TreeSearch search() {
    return TreeSearch.of(new Missing(), MeanLearner.codes()).horizon(7).backtests(3);
  }

  private static Study.Builder study() {
    return Study.builder(TreeSearch.space()).name("calm").seed(3).maxTrials(40);
  }

  @Test
  void itFindsTheOptionsThatForecastBestAndGivesUpOthersEarly() {
    Study study = study().stopping(new MedianStopping(5, 0)).build();
    StudyResult result = search().run(calm(80), study, 1);
    TrialResult best = result.best().orElseThrow();
    // random rates from 0.01 to 0.3 are off by 0.9 in the mean
    assertThat(best.parameters().real("rate")).isBetween(0.09, 0.112);
    assertThat(result.trials()).anyMatch(t -> t.outcome() instanceof TrialOutcome.Pruned);
    assertThat(result.trials()).anyMatch(t -> t.reports().size() == 3);
    assertThat(search().run(calm(80), study, 1).best().orElseThrow().parameters())
        .isEqualTo(best.parameters());
  }

  @Test
  void aSearchGoesOnWhereItWasStopped() throws IOException {
    Path journal = folder.resolve("trials.jsonl");
    StudyResult part = search().resume(calm(80), study().maxTrials(12).build(), 1, journal);
    StudyResult rest = search().resume(calm(80), study().maxTrials(20).build(), 1, journal);
    StudyResult whole = search().run(calm(80), study().maxTrials(20).build(), 1);
    assertThat(part.trials()).hasSize(12);
    assertThat(rest.trials())
        .extracting(TrialResult::parameters)
        .containsExactlyElementsOf(whole.trials().stream().map(TrialResult::parameters).toList());
  }

  @Test
  void shortHistoriesAreJudgedAtTheOriginsThatAreLeft() {
    // horizon 7: of three origins of 26 days the first two have less than half of the history
    StudyResult result = search().run(calm(26), study().maxTrials(6).build(), 1);
    assertThat(result.best()).isPresent();
    // and by default, 28 steps and three origins, those of 100 days
    TreeSearch standard = TreeSearch.of(new Missing(), MeanLearner.codes());
    assertThat(standard.run(calm(100), study().maxTrials(2).build(), 1).best()).isPresent();
  }

  @Test
  void anotherTrainingIsRefused() throws IOException {
    Path journal = folder.resolve("other.jsonl");
    search().resume(calm(80), study().maxTrials(2).build(), 1, journal);
    Study study = study().maxTrials(4).build();
    refused(search(), study, 2, journal, "conditions.seed is \"1\" there and \"2\" here");
    refused(search().horizon(5), study, 1, journal, "conditions.horizon is \"7\"");
    refused(search().backtests(2), study, 1, journal, "conditions.origins is \"3\"");
    TreeTraining recent = TreeTraining.builder().halfLife(9).build();
    refused(search().training(recent), study, 1, journal, "conditions.halfLife is \"Infinity\"");
    assertThat(search().resume(calm(80), study, 1, journal).trials()).hasSize(4);
  }

  private static void refused(
      TreeSearch search, Study study, int seed, Path journal, String words) {
    assertThatThrownBy(() -> search.resume(calm(80), study, seed, journal))
        .isInstanceOf(StudyJournalException.class)
        .hasMessageContaining(words);
  }

  @Test
  void theNameOfAStudyIsItsOwn() throws IOException {
    String name = "sales".repeat(51); // 255 of 256 characters
    Study study = study().name(name).maxTrials(1).build();
    assertThat(search().resume(calm(80), study, 1, folder.resolve("long.jsonl")).name())
        .isEqualTo(name);
  }

  @Test
  void whatWouldFailEveryTrialIsRefusedBeforeTheFirst() {
    Path journal = folder.resolve("never.jsonl");
    Study study = study().maxTrials(2).build();
    assertThatThrownBy(() -> search().resume(calm(80), study, -1, journal))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("seed (-1)");
    assertThatThrownBy(() -> search().resume(soldOutAfter(59, 80), study, 1, journal))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none in the last 21 steps");
    Study rates =
        Study.builder(SearchSpace.builder().logUniform("rate", 0.01, 0.3).build()).build();
    assertThatThrownBy(() -> search().resume(calm(80), rates, 1, journal))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must vary rounds");
    assertThat(journal).doesNotExist();
  }

  private static SeriesPanel soldOutAfter(int day, int days) {
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
    double[] values = new double[days];
    double[] inStock = new double[days];
    Arrays.fill(values, 0, day, 4);
    Arrays.fill(inStock, 0, day, 1);
    return SeriesPanel.builder(axis)
        .covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY)
        .add(
            new TimeSeries(SeriesId.of("P", "W"), axis, 0, values),
            Map.of(CovariateNames.IN_STOCK, inStock),
            Map.of())
        .build();
  }

  @Test
  void trainingsThatASearchCannotHaveAreRefused() {
    Study study = study().maxTrials(4).build();
    TreeTraining typo = TreeTraining.builder().weightedBy("prise").build();
    assertThatThrownBy(() -> search().training(typo).run(calm(80), study, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("weightedBy (prise)");
    TreeTraining monotone = TreeTraining.builder().decreasingIn("price").build();
    assertThatThrownBy(() -> search().training(monotone))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("decreasing in [price]");
  }

  @Test
  void valuesBecomeOptions() {
    Map<String, Object> values =
        Map.of(
            "rounds",
            300,
            "rate",
            0.05,
            "leaves",
            31,
            "leaf_rows",
            20,
            "row_fraction",
            0.5,
            "feature_fraction",
            0.7,
            "l2",
            1.0,
            "power",
            1.3);
    ParameterValues parameters = TreeSearch.space().values(values);
    assertThat(TreeSearch.options(parameters, 9))
        .isEqualTo(
            LearnerOptions.builder(new Objective.Tweedie(1.3))
                .rounds(300)
                .learningRate(0.05)
                .leaves(31)
                .minRowsPerLeaf(20)
                .rowFraction(0.5)
                .featureFraction(0.7)
                .l2(1)
                .seed(9)
                .build());
  }

  @Test
  void aHistoryThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> search().run(calm(8), study().build(), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("history");
  }
}
