package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandForecastTest {
  private static final SeriesId ID = SeriesId.of("P1", "W1");
  private static final TimeAxis DAYS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private static final double[] LEVELS = {0.1, 0.9};

  @Test
  void stepsAreReadBackWithTheirTimes() {
    DemandForecast forecast = forecast(0, new double[] {10, 20}, new double[] {3, 4});
    assertThat(forecast.horizon()).isEqualTo(2);
    assertThat(forecast.mean(1)).isEqualTo(20);
    assertThat(forecast.sd(0)).isEqualTo(3);
    assertThat(forecast.time(0)).isEqualTo(LocalDate.of(2024, 1, 6).atStartOfDay());
    assertThat(forecast.quantile(1, 0.9)).isEqualTo(24);
    assertThat(forecast.levels()).containsExactly(0.1, 0.9);
    assertThatThrownBy(() -> forecast.quantile(0, 0.5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("level (0.5) must be one of [0.1, 0.9]. Maybe ask the forecaster");
  }

  @Test
  void meanOverAddsStepsAndPartsOfSteps() {
    // by hand: 10 + 20/2; a daily season has 7 steps, so beyond the 3 steps the mean of all, 20
    DemandForecast forecast = forecast(0, new double[] {10, 20, 30}, new double[] {1, 1, 1});
    assertThat(forecast.meanOver(0)).isZero();
    assertThat(forecast.meanOver(1.5)).isEqualTo(20);
    assertThat(forecast.meanOver(3)).isEqualTo(60);
    assertThat(forecast.meanOver(5)).isCloseTo(100, within(1e-12));
  }

  @Test
  void beyondTheHorizonOnlyTheLastSeasonCounts() {
    // by hand: last 7 of 8 steps have the mean 2
    double[] mean = {100, 2, 2, 2, 2, 2, 2, 2};
    assertThat(forecast(0, mean, new double[8]).meanOver(10)).isCloseTo(118, within(1e-12));
  }

  @Test
  void independentStepsAddTheirVariances() {
    // by hand: 9 + 16 = 25; half of the second step adds half its variance
    DemandForecast forecast = forecast(0, new double[] {1, 1}, new double[] {3, 4});
    assertThat(forecast.sdOver(2)).isCloseTo(5, within(1e-12));
    assertThat(forecast.sdOver(1.5)).isCloseTo(Math.sqrt(17), within(1e-12));
    assertThat(forecast.sdOver(0)).isZero();
  }

  @Test
  void correlatedStepsVaryMoreTogether() {
    // variance of a sum with correlation 0.5: 9 + 16 + 2 * 0.5 * 3 * 4 = 37
    DemandForecast forecast = forecast(0.5, new double[] {1, 1}, new double[] {3, 4});
    assertThat(forecast.sdOver(2)).isCloseTo(Math.sqrt(37), within(1e-12));
    assertThat(forecast.stepCorrelation()).isEqualTo(0.5);
  }

  @Test
  void scaledDemandIsLargerInEveryRespect() {
    DemandForecast forecast = forecast(0.5, new double[] {10, 20}, new double[] {3, 4});
    DemandForecast more = forecast.scaled(1.2).scaled(0.5);
    assertThat(more.mean(1)).isCloseTo(12, within(1e-12));
    assertThat(more.sdOver(2)).isCloseTo(0.6 * forecast.sdOver(2), within(1e-12));
    assertThat(more.quantile(1, 0.9)).isCloseTo(0.6 * 24, within(1e-12));
    assertThat(forecast.mean(1)).isEqualTo(20);
    assertThatThrownBy(() -> forecast.scaled(0))
        .hasMessageContaining("factor (0) must be positive")
        .hasMessageContaining("write 20 % more as 1.2");
    assertThatThrownBy(() -> forecast.scaled(1e308)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void arraysAreCopied() {
    double[] mean = {10, 20};
    DemandForecast forecast = forecast(0, mean, new double[] {3, 4});
    mean[0] = 99;
    forecast.levels()[0] = 99;
    assertThat(forecast.mean(0)).isEqualTo(10);
    assertThat(forecast.levels()[0]).isEqualTo(0.1);
  }

  @Test
  void refusesWhatIsNoForecast() {
    assertThatThrownBy(() -> forecast(0, new double[] {-1}, new double[] {1}))
        .hasMessageContaining("mean of step 1 of P1@W1 (-1)");
    assertThatThrownBy(() -> forecast(0, new double[] {1}, new double[] {Double.NaN}))
        .hasMessageContaining("sd of step 1 of P1@W1 (NaN)");
    assertThatThrownBy(() -> forecast(1, new double[] {1}, new double[] {1}))
        .hasMessage("stepCorrelation (1.0) must be from 0 to below 1.");
    assertThatThrownBy(() -> forecast(0, new double[] {1, 2}, new double[] {1}))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> forecast(0, new double[0], new double[0]))
        .hasMessageContaining("horizon (0) must be at least 1");
    assertThatThrownBy(
            () ->
                new DemandForecast(
                    ID,
                    DAYS,
                    0,
                    LEVELS,
                    new double[] {1},
                    new double[] {1},
                    new double[] {2, 1},
                    0))
        .hasMessageContaining("quantile 0.9 of step 1 of P1@W1 (1.0) must not be below");
    assertThatThrownBy(
            () ->
                new DemandForecast(
                    ID,
                    DAYS,
                    0,
                    new double[] {0.9, 0.1},
                    new double[] {1},
                    new double[] {1},
                    new double[] {1, 2},
                    0))
        .hasMessageContaining("must be strictly increasing. Maybe sort them.");
    assertThatThrownBy(
            () ->
                new DemandForecast(
                    ID,
                    DAYS,
                    0,
                    new double[] {0.5},
                    new double[] {1},
                    new double[] {1},
                    new double[] {Double.NaN},
                    0))
        .hasMessageContaining("quantile 0.5 of step 1 of P1@W1 (NaN)");
    DemandForecast one = forecast(0, new double[] {1}, new double[] {1});
    assertThatThrownBy(() -> one.mean(1)).hasMessageContaining("h (1) must be from 0 to 0");
    assertThatThrownBy(() -> one.sd(-1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> one.quantile(1, 0.9)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> forecast(0, new double[] {1}, new double[] {1}).meanOver(-1))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void panelFindsForecastsAndKeepsFailures() {
    DemandForecast forecast = forecast(0, new double[] {1}, new double[] {1});
    SeriesId failed = SeriesId.of("P2", "W1");
    PanelForecast panel =
        new PanelForecast(
            List.of(
                new ForecastOutcome.NotForecast(failed, "too short"),
                new ForecastOutcome.Forecasted(forecast)));
    assertThat(panel.find(ID)).containsSame(forecast);
    assertThat(panel.find(failed)).isEmpty();
    assertThat(panel.forecasts()).containsExactly(forecast);
    assertThat(panel.outcomes()).hasSize(2);
    assertThat(panel.outcomes().get(1).id()).isEqualTo(ID);
    assertThatThrownBy(() -> new PanelForecast(List.of()))
        .isInstanceOf(InvalidInputException.class);
  }

  private static DemandForecast forecast(double correlation, double[] mean, double[] sd) {
    double[] quantiles = new double[2 * mean.length];
    for (int h = 0; h < mean.length; h++) {
      quantiles[2 * h] = Math.max(0, mean[h] - 4);
      quantiles[2 * h + 1] = mean[h] + 4;
    }
    return new DemandForecast(ID, DAYS, 5, LEVELS, mean, sd, quantiles, correlation);
  }
}
