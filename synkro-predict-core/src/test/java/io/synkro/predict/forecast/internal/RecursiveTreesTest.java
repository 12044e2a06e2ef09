package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fake engine answers its feature, of which the level makes a demand. */
class RecursiveTreesTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.QUARTERLY, LocalDate.of(2000, 1, 1));

  private static double[] forecast(SeriesPanel panel, int horizon, EchoLearner.Value demand) {
    EchoLearner.Value ratio =
        (p, i, origin, h) -> {
          int known = Math.min(p.length(i), origin - p.start(i));
          double level = DemandLevel.beforeEach(p.values(i), Frequency.QUARTERLY)[known];
          return demand.of(p, i, origin, h) / level;
        };
    LearnerOptions options = LearnerOptions.of(new Objective.SquaredError());
    TreePlan plan =
        new TreePlan(
            "echo",
            new EchoLearner(),
            options,
            DemandScaling.RATIO,
            TreeTraining.builder().models(1).maxRows(10_000).build());
    return new RecursiveTrees(horizon, plan, EchoLearner.feature(ratio)).fit(panel).forecast(panel);
  }

  private static double last(SeriesPanel panel, int series, int origin) {
    int t = Math.min(panel.length(series), origin - panel.start(series)) - 1;
    while (t >= 0 && Double.isNaN(panel.value(series, t))) {
      t--;
    }
    return t < 0 ? Double.NaN : panel.value(series, t);
  }

  @Test
  void eachStepGoesOnFromTheForecastBeforeIt() {
    SeriesPanel panel =
        SeriesPanel.of(
            List.of(
                new TimeSeries(SeriesId.of("P", "W"), AXIS, 2, 3, 1, 4, 1, 5, 9, 2, 6),
                new TimeSeries(SeriesId.of("ended", "W"), AXIS, 0, 2, 7, 1, 8, 2)));
    // one more than the last value, 6 and 2, again and again
    double[] forecast = forecast(panel, 4, (p, i, origin, h) -> last(p, i, origin) + 1);
    assertThat(forecast).containsExactly(new double[] {7, 8, 9, 10, 3, 4, 5, 6}, within(1e-4));
  }

  @Test
  void forecastsAreTakenForDemandOnlyAsFarAsDemandMayGo() {
    SeriesPanel panel =
        SeriesPanel.of(
            List.of(
                new TimeSeries(
                    SeriesId.of("P", "W"), AXIS, 0, 8e14, 8e14, 8e14, 8e14, 8e14, 8e14)));
    // twice the last value: 8e14, then 1.6e15, of which 1e15 is taken for demand
    double[] forecast = forecast(panel, 3, (p, i, origin, h) -> 2 * last(p, i, origin));
    assertThat(forecast).containsExactly(new double[] {1.6e15, 2e15, 2e15}, within(1e9));
  }

  @Test
  void plansAreReadAtTheStepThatIsForecast() {
    SeriesPanel panel =
        SeriesPanel.builder(AXIS)
            .futureSteps(3)
            .covariate("promotion", Availability.KNOWN_IN_FUTURE)
            .add(
                new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, 3, 1, 4, 1, 5, 9),
                Map.of("promotion", new double[] {0, 0, 0, 0, 0, 0, 10, 20, 30}),
                Map.of())
            .build();
    EchoLearner.Value plan =
        (p, i, origin, h) ->
            last(p, i, origin)
                + p.covariate("promotion").orElseThrow().value(i, origin - p.start(i) + h - 1);
    // 9 + 10, 19 + 20, 39 + 30
    assertThat(forecast(panel, 3, plan)).containsExactly(new double[] {19, 39, 69}, within(1e-4));
  }

  @Test
  void whatCannotBeForecastStaysUnknown() {
    SeriesPanel panel = SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, 3)));
    assertThat(forecast(panel, 2, (p, i, origin, h) -> 1)).containsOnly(Double.NaN);
  }
}
