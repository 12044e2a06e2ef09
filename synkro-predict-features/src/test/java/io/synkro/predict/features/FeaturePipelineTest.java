package io.synkro.predict.features;

import static io.synkro.predict.features.Features.attribute;
import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.planned;
import static io.synkro.predict.features.Features.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureTable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeaturePipelineTest {
  private static final SeriesPanel PANEL =
      LiveFeaturesTest.panel(Frequency.DAILY, 150, new SplittableRandom(3));

  private static FeaturePipeline pipeline(PipelineFeature... features) {
    return FeaturePipeline.builder(Frequency.DAILY).add(features).build();
  }

  @Test
  void rowsOfAllStepsAreThoseThatOneCanAskFor() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    FeatureTable all = pipeline.computeAll(PANEL);
    int[] series = new int[PANEL.observations()];
    int[] origins = new int[series.length];
    int[] horizons = new int[series.length];
    int row = 0;
    for (int s = 0; s < PANEL.size(); s++) {
      for (int t = PANEL.start(s); t < PANEL.end(s); t++, row++) {
        series[row] = s;
        origins[row] = t;
        horizons[row] = 1;
      }
    }
    assertSameBits(pipeline.compute(PANEL, new FeatureRows(series, origins, horizons)), all);
  }

  @Test
  void theBitsAreTheSameForAnyNumberOfThreads() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      assertSameBits(pipeline.computeAll(PANEL, 4, executor), pipeline.computeAll(PANEL));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void binsAreThoseOfTheFloats() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    FeatureTable all = pipeline.computeAll(PANEL);
    FeatureBins bins = FeatureBins.of(all, 63);
    BinnedTable binned = pipeline.binAll(PANEL, bins, 1, Runnable::run);
    for (int c = 0; c < all.schema().size(); c++) {
      for (int r = 0; r < all.rows(); r++) {
        assertThat(binned.code(r, c)).isEqualTo(bins.code(c, all.value(r, c)));
      }
    }
  }

  static List<FeaturePipeline> others() {
    return List.of(
        pipeline(mean(8), ewm(0.1)),
        pipeline(mean(7).lagged(2), ewm(0.1)),
        pipeline(mean(7).atLeast(2), ewm(0.1)),
        pipeline(mean(7).of("price").as("mean_7"), ewm(0.1)),
        pipeline(mean(7).sumBy("all").as("mean_7"), ewm(0.1)),
        pipeline(mean(7).meanBy("all").as("mean_7"), ewm(0.1)),
        pipeline(mean(7).every(7).as("mean_7"), ewm(0.1)),
        pipeline(mean(7).every(8).as("mean_7"), ewm(0.1)),
        pipeline(lag(1).every(7).as("mean_7"), ewm(0.1)),
        pipeline(lag(1).every(8).as("mean_7"), ewm(0.1)),
        pipeline(mean(7), ewm(0.2).as("ewm_0.1")),
        pipeline(mean(7)),
        pipeline(ewm(0.1), mean(7)),
        FeaturePipeline.builder(Frequency.WEEKLY).add(mean(7), ewm(0.1)).build());
  }

  @ParameterizedTest
  @MethodSource("others")
  void anyChangeIsAnotherVersion(FeaturePipeline other) {
    FeaturePipeline pipeline = pipeline(mean(7), ewm(0.1));
    assertThat(pipeline.version()).isEqualTo(pipeline(mean(7), ewm(0.1)).version());
    assertThat(other.version()).isNotEqualTo(pipeline.version());
  }

  @Test
  void aModelRefusesAnotherVersionAndNamesTheDifference() {
    FeatureTable trained = pipeline(mean(7)).computeAll(PANEL);
    FeatureTable served = pipeline(mean(14).as("mean_7")).computeAll(PANEL);
    assertThatThrownBy(() -> trained.schema().requireSame(served.schema()))
        .hasMessageContaining(
            "Column 0 is mean_7 (a number, mean(14) of demand, daily); the model expects mean_7 (a"
                + " number, mean(7) of demand, daily).");
  }

  @Test
  void namesSayWhatAFeatureIs() {
    assertThat(
            List.of(
                mean(7).lagged(7).name(),
                mean(4).every(7).name(),
                lag(2).every(7).name(),
                mean(7).of("price").name(),
                mean(7).sumBy("warehouse").name(),
                meanAll().meanBy("category").name(),
                planned("price").name(),
                mean(7).of("price").throughTarget().name(),
                attribute("category").name(),
                ratio(mean(7), mean(28)).name()))
        .containsExactly(
            "mean_7_lag_7",
            "mean_4_every_7",
            "lag_2_every_7",
            "price_mean_7",
            "warehouse_sum_mean_7",
            "category_mean_mean_all",
            "planned_price",
            "price_mean_7_target",
            "attribute_category",
            "mean_7_over_mean_28");
  }

  @Test
  void refusesWhatItCannotCompute() {
    refuses(() -> pipeline(), "features (none) must be at least one");
    refuses(() -> pipeline(mean(7), mean(7)), "feature (mean_7) must be unique");
    refuses(() -> mean(0), "window (0) must be at least 1");
    refuses(() -> lag(10_001), "lag (10001) must be from 1 to 10000");
    refuses(() -> ewm(1.5), "weight (1.5)");
    refuses(() -> ewm(0.1).every(7), "must be a rolling feature to be given every()");
    refuses(() -> mean(7).throughTarget(), "must look at a covariate");
    refuses(() -> mean(7).atLeast(8), "least number of observations (8)");
    refuses(() -> mean(7).every(7).lagged(2), "must not be given lagged()");
    refuses(() -> pipeline(lag(1).of("cost")).computeAll(PANEL), "covariate (cost)");
    refuses(() -> pipeline(planned("weather")).computeAll(PANEL), "must be known in the future");
    refuses(() -> pipeline(attribute("brand")).computeAll(PANEL), "attribute (brand)");
    refuses(() -> pipeline(lag(1).sumBy("region")).computeAll(PANEL), "group (region)");
    SeriesPanel weekly = LiveFeaturesTest.panel(Frequency.WEEKLY, 60, new SplittableRandom(3));
    refuses(() -> pipeline(lag(1)).computeAll(weekly), "frequency of the panel (WEEKLY)");
  }

  private static void refuses(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private static void assertSameBits(FeatureTable actual, FeatureTable expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    for (int c = 0; c < expected.schema().size(); c++) {
      for (int r = 0; r < expected.rows(); r++) {
        assertThat(Float.floatToRawIntBits(actual.value(r, c)))
            .as("%s, row %d", expected.schema().names().get(c), r)
            .isEqualTo(Float.floatToRawIntBits(expected.value(r, c)));
      }
    }
  }
}
