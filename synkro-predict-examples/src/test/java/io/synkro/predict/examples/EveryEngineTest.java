package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.examples.sample.SampleOptions;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.MemberAccuracy;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain with each engine: only this module has them all. */
class EveryEngineTest {
  private final Path folder;

  EveryEngineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lightgbm", "xgboost"})
  void theForecasterTakesEveryTreeEngine(String engine) throws IOException {
    SeriesPanel sales = sample();
    ForecastModel model =
        DemandForecaster.builder()
            .horizon(28)
            .quantiles(0.05, 0.5, 0.95)
            .backtests(2)
            .seed(42)
            .learner(Engines.learner(engine), DemandFeatures.standard())
            .build()
            .fit(sales);

    MemberAccuracy trees =
        model.backtest().members().stream()
            .filter(member -> member.name().startsWith("trees (" + engine))
            .findFirst()
            .orElseThrow();
    assertThat(trees.wape()).isLessThanOrEqualTo(model.backtest().reference().wape());
    List<DemandForecast> forecasts = model.forecast().forecasts();
    assertThat(forecasts).hasSize(sales.size());
    for (DemandForecast forecast : forecasts) {
      for (int h = 0; h < 28; h++) {
        assertThat(forecast.mean(h)).isNotNegative().isFinite();
        assertThat(forecast.quantile(h, 0.05)).isLessThanOrEqualTo(forecast.quantile(h, 0.5));
        assertThat(forecast.quantile(h, 0.5)).isLessThanOrEqualTo(forecast.quantile(h, 0.95));
      }
    }
  }

  @Test
  void anLstmWithoutItsNativeLibraryIsRefusedBeforeTheForecast() throws IOException {
    assumeTrue(
        EveryEngineTest.class.getResource("/native/lib/pytorch.properties") == null,
        "The profile lstm has put PyTorch on the class path.");
    sample();
    Path out = folder.resolve("plan");
    Command run =
        Command.run(
            folder.resolve("data").resolve(SampleData.SALES),
            "--orders",
            folder.resolve("data").resolve(SampleData.ORDERS),
            "--lstm",
            "--out",
            out);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("Maybe add", "ai.djl.pytorch:pytorch-native-cpu", "ai.djl.pytorch:pytorch-jni");
    assertThat(run.out()).doesNotContain("Forecast");
    assertThat(out).doesNotExist();
  }

  private SeriesPanel sample() throws IOException {
    SampleOptions small = SampleOptions.defaults().withProducts(12).withWarehouses(2).withDays(420);
    Path data = folder.resolve("data");
    SampleData.of(small).writeTo(data);
    return SalesCsv.read(data.resolve(SampleData.SALES));
  }
}
