package io.synkro.predict.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelReconciliationTest {
  private static final double[] LEVELS = {0.05, 0.5, 0.95};

  private final Hierarchy hierarchy = Hierarchies.small();

  private static ForecastOutcome forecast(SeriesId id, double mean) {
    double sd = 0.3 * mean;
    double[] quantiles = {0, 0.9 * mean, 1.6 * mean};
    DemandForecast forecast =
        new DemandForecast(
            id,
            Hierarchies.AXIS,
            3,
            LEVELS,
            new double[] {mean},
            new double[] {sd},
            quantiles,
            0.2);
    return new ForecastOutcome.Forecasted(forecast);
  }

  private List<ForecastOutcome> base() {
    double[] means = {100, 38, 66, 20, 15, 30, 25, 7};
    List<ForecastOutcome> outcomes = new ArrayList<>();
    for (int node = 0; node < means.length; node++) {
      outcomes.add(forecast(hierarchy.nodes().get(node).id(), means[node]));
    }
    return outcomes;
  }

  @Test
  void meansAddUpAndDistributionsMoveWithThem() {
    PanelForecast after = Reconciliation.structural(hierarchy).reconcile(new PanelForecast(base()));
    List<DemandForecast> forecasts = after.forecasts();
    assertThat(forecasts).hasSize(8);
    double sum = forecasts.stream().skip(3).mapToDouble(f -> f.mean(0)).sum();
    DemandForecast total = forecasts.get(0);
    assertThat(total.mean(0)).isCloseTo(sum, within(1e-9));
    assertThat(total.mean(0)).isCloseTo(100.333333333333, within(1e-10)); // ReconciliationTest
    double ratio = total.mean(0) / 100;
    assertThat(total.sd(0)).isCloseTo(30 * ratio, within(1e-9));
    assertThat(total.quantile(0, 0.05)).isZero();
    assertThat(total.quantile(0, 0.95)).isCloseTo(160 * ratio, within(1e-9));
    assertThat(total.time(0)).isEqualTo(Hierarchies.AXIS.at(3));
    assertThat(total.stepCorrelation()).isEqualTo(0.2);
  }

  @Test
  void knownCorrelationsNarrowTheIntervals() {
    // R, as in ReconciliationTest: sqrt(diag(S (S'W⁻¹S)⁻¹ S') / diag(W)) of the total
    double[][] residuals = {
      {5, -8, 3, 9, -6, 2},
      {2, -5, 1, 6, -2, 1},
      {4, -2, 3, 1, -5, 2},
      {1, -3, 2, 2, -1, 1},
      {2, -1, -2, 3, -2, 1},
      {1, -2, 2, -1, -1, 2},
      {2, 1, 1, 1, -3, -1},
      {0.5, -1, 0.5, 1, -1, 0.2}
    };
    PanelForecast after =
        Reconciliation.shrinkage(hierarchy, residuals).reconcile(new PanelForecast(base()));
    DemandForecast total = after.forecasts().get(0);
    assertThat(total.sd(0)).isCloseTo(0.3 * total.mean(0) * 0.851414378840516, within(1e-9));
    assertThat(total.quantile(0, 0.05)).isZero();
  }

  @Test
  void aSeriesThatWasNotForecastStaysSoAndTheOthersAddUp() {
    List<ForecastOutcome> base = base();
    SeriesId bad = hierarchy.nodes().get(5).id();
    base.set(5, new ForecastOutcome.NotForecast(bad, "It is new."));
    base.remove(1);
    PanelForecast after = Reconciliation.ols(hierarchy).reconcile(new PanelForecast(base));
    assertThat(after.outcomes()).hasSize(8);
    assertThat(after.whyMissing(bad)).contains("It is new.");
    assertThat(after.find(hierarchy.nodes().get(1).id())).isEmpty();
    double sum = after.forecasts().stream().skip(2).mapToDouble(f -> f.mean(0)).sum();
    assertThat(after.forecasts().get(0).mean(0)).isCloseTo(sum, within(1e-9));
  }

  @Test
  void withoutAnyForecastThereIsNone() {
    SeriesId stranger = SeriesId.of("x", "y");
    PanelForecast base = new PanelForecast(List.of(forecast(stranger, 1)));
    assertThat(Reconciliation.bottomUp(hierarchy).reconcile(base).forecasts()).isEmpty();
  }

  @Test
  void shareOfATotalWithoutForecastIsUnknown() {
    List<ForecastOutcome> base = base();
    base.set(0, new ForecastOutcome.NotForecast(hierarchy.nodes().get(0).id(), "No."));
    PanelForecast after = Reconciliation.topDown(hierarchy).reconcile(new PanelForecast(base));
    assertThat(after.whyMissing(hierarchy.nodes().get(4).id())).contains("share of");
  }

  @Test
  void refusesForecastsOfDifferentSteps() {
    List<ForecastOutcome> base = base();
    base.set(
        2,
        new ForecastOutcome.Forecasted(
            new DemandForecast(
                hierarchy.nodes().get(2).id(),
                Hierarchies.AXIS,
                4,
                LEVELS,
                new double[] {1},
                new double[] {1},
                new double[] {0, 1, 2},
                0)));
    assertThatThrownBy(() -> Reconciliation.ols(hierarchy).reconcile(new PanelForecast(base)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("group=B@(all)");
  }
}
