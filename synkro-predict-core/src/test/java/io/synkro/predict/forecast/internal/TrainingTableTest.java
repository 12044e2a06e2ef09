package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainingTableTest {
  private static final int SERIES = 700;
  private static final int DAYS = 120;
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private static final SeriesPanel PANEL = panel(5);

  private static SeriesPanel panel(int most) {
    SplittableRandom random = new SplittableRandom(1);
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < SERIES; i++) {
      double[] values = random.ints(DAYS, 0, most).asDoubleStream().toArray();
      values[i % DAYS] = Double.NaN;
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, i % 3, values));
    }
    return SeriesPanel.of(series);
  }

  private static Learner learner(boolean takesBins) {
    return new Learner() {
      @Override
      public String name() {
        return "none";
      }

      @Override
      public boolean takesBins() {
        return takesBins;
      }

      @Override
      public FittedLearner fit(TrainingData data, LearnerOptions options) {
        throw new UnsupportedOperationException("only asked what it takes");
      }
    };
  }

  /** The last value, missing now and then, the number of the series, and a category. */
  private static FeatureSource features(int categories) {
    return new FeatureSource() {
      @Override
      public FeatureSchema schema(SeriesPanel panel) {
        return new FeatureSchema(
            List.of(
                Feature.number("last"),
                Feature.number("series"),
                Feature.category("kind", categories)));
      }

      @Override
      public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
        float[][] columns = new float[3][rows.size()];
        for (int r = 0; r < rows.size(); r++) {
          int series = rows.series(r);
          columns[0][r] = (float) panel.value(series, rows.origin(r) - 1 - panel.start(series));
          columns[1][r] = series;
          columns[2][r] = series % 7 == 6 ? Float.NaN : series % 7;
        }
        return new FeatureTable(schema(panel), columns);
      }
    };
  }

  private static Optional<TrainingData> data(
      SeriesPanel panel, boolean takesBins, FeatureSource features, int mostNumbers) {
    LearnerOptions options = LearnerOptions.builder(new Objective.SquaredError()).seed(3).build();
    TreePlan plan =
        new TreePlan(
            "x",
            learner(takesBins),
            options,
            DemandScaling.RATIO,
            TreeTraining.builder().models(1).maxRows(50_000).build());
    TrainingRows.Chosen rows = new TrainingRows(new HorizonRange(1, 14), 50_000, 3).of(panel);
    return new TrainingTable(panel, plan, features, mostNumbers).of(rows);
  }

  @Test
  void binsAreThoseOfTheNumbersWithTheSameTargets() {
    TrainingData numbers = data(PANEL, true, features(6), 1_000_000).orElseThrow();
    TrainingData binned = data(PANEL, true, features(6), 1000).orElseThrow();
    assertThat(numbers.isBinned()).isFalse();
    assertThat(binned.isBinned()).isTrue();
    assertThat(binned.rows()).isEqualTo(numbers.rows()).isGreaterThan(1 << 15); // two blocks
    FeatureBins bins = binned.binned().bins();
    assertThat(bins.size(1)).isEqualTo(63);
    for (int r = 0; r < numbers.rows(); r++) {
      for (int c = 0; c < 3; c++) {
        int code = bins.code(c, numbers.features().value(r, c));
        assertThat(binned.binned().code(r, c)).isEqualTo(code);
      }
      assertThat(binned.label(r)).isEqualTo(numbers.label(r));
      assertThat(binned.weight(r)).isEqualTo(numbers.weight(r));
    }
  }

  @Test
  void examplesCountAlikeWhereNoValueIsKnown() {
    SeriesPanel panel =
        SeriesPanel.builder(AXIS)
            .covariate("price", Availability.KNOWN_IN_FUTURE)
            .add(PANEL.series(1), Map.of("price", unknown(PANEL.length(1))), Map.of())
            .build();
    TreePlan plan =
        new TreePlan(
            "x",
            learner(false),
            LearnerOptions.builder(new Objective.SquaredError()).build(),
            DemandScaling.LOG_RATIO,
            TreeTraining.builder().weightedBy("price").build());
    TrainingRows.Chosen rows = new TrainingRows(new HorizonRange(1, 2), 1000, 3).of(panel);
    TrainingData data = new TrainingTable(panel, plan, features(6), 1000).of(rows).orElseThrow();
    for (int r = 0; r < data.rows(); r++) {
      assertThat(data.weight(r)).isEqualTo(1);
    }
  }

  private static double[] unknown(int length) {
    double[] values = new double[length];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  @Test
  void binsOfANumberHoldAboutAsManyRowsEach() {
    TrainingData binned = data(PANEL, true, features(6), 1000).orElseThrow();
    int[] counts = new int[63];
    for (int r = 0; r < binned.rows(); r++) {
      counts[binned.binned().code(r, 1)]++;
    }
    int mean = binned.rows() / 63;
    for (int count : counts) {
      assertThat(count).isBetween(mean / 2, 2 * mean);
    }
  }

  @Test
  void anEngineThatTakesNoBinsAndMoreCategoriesThanBinsAreGivenNumbers() {
    assertThat(data(PANEL, false, features(6), 1000).orElseThrow().isBinned()).isFalse();
    assertThat(data(PANEL, true, features(64), 1000).orElseThrow().isBinned()).isFalse();
    assertThat(data(PANEL, true, features(63), 1000).orElseThrow().isBinned()).isTrue();
  }

  @Test
  void withoutAnyDemandThereIsNothingToLearn() {
    assertThat(data(panel(1), true, features(6), 1_000_000)).isEmpty();
    assertThat(data(panel(1), true, features(6), 1000)).isEmpty();
  }
}
