package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.demand.SimulatedDemand;
import io.synkro.predict.series.AttributeNames;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Six series that sell about 10 a day; the first of them does not any more. */
class DiscontinuedTest {
  private static final int STEPS = 200;
  private static final int GAP = 40;
  private static final SeriesId FIRST = SeriesId.of("P0", "W");
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private static double[] units(int seed) {
    SimulatedDemand random = new SimulatedDemand(seed);
    double[] values = new double[STEPS];
    Arrays.setAll(values, t -> random.poisson(10));
    return values;
  }

  private static DemandForecast forecast(double[] first, double inStockAtEnd, String discontinued) {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(AXIS)
            .covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY)
            .attribute(AttributeNames.DISCONTINUED);
    for (int i = 0; i < 6; i++) {
      double[] sales = i == 0 ? first : units(i);
      double[] inStock = new double[sales.length];
      Arrays.fill(inStock, 1);
      if (i == 0) {
        Arrays.fill(inStock, Math.min(STEPS - GAP, inStock.length), inStock.length, inStockAtEnd);
      }
      builder.add(
          new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 0, sales),
          Map.of(CovariateNames.IN_STOCK, inStock),
          i == 0 ? Map.of(AttributeNames.DISCONTINUED, discontinued) : Map.of());
    }
    PanelForecast forecast =
        DemandForecaster.builder().horizon(7).build().fit(builder.build()).forecast();
    for (int i = 1; i < 6; i++) {
      DemandForecast other = forecast.find(SeriesId.of("P" + i, "W")).orElseThrow();
      assertThat(other.basis()).isEqualTo(ForecastBasis.HISTORY);
      assertThat(other.basisText()).isEmpty();
    }
    return forecast.find(FIRST).orElseThrow();
  }

  private static double[] ended() {
    double[] sales = units(0);
    Arrays.fill(sales, STEPS - GAP, STEPS, 0);
    return sales;
  }

  @Test
  void aProductThatStoppedSellingOnTheShelfIsTakenForDiscontinued() {
    DemandForecast forecast = forecast(ended(), 1, "false");
    assertThat(forecast.basis()).isEqualTo(ForecastBasis.DISCONTINUED);
    assertThat(forecast.basisText()).contains("no sale in its last 40 observed steps");
    // one sale of about 10 in 42 steps
    assertThat(forecast.mean(3)).isCloseTo(10 / 42.0, within(0.01));
    assertThat(forecast.quantile(3, 0.95)).isZero();
    assertThat(forecast.sd(3)).isBetween(1.0, 2.0); // sqrt(110 / 42 - 0.06) = 1.6
  }

  @Test
  void aProductThatIsOutOfStockIsNotDiscontinued() {
    DemandForecast forecast = forecast(ended(), 0, "false");
    assertThat(forecast.basis()).isEqualTo(ForecastBasis.HISTORY);
    assertThat(forecast.mean(3)).isCloseTo(10, within(2.0));
  }

  @Test
  void aSeriesThatEndedBeforeThePanelGoesOnUnlessItIsDeclaredDiscontinued() {
    double[] shorter = Arrays.copyOf(units(0), STEPS - GAP);
    DemandForecast goesOn = forecast(shorter, 1, "false");
    assertThat(goesOn.basis()).isEqualTo(ForecastBasis.HISTORY);
    assertThat(goesOn.mean(3)).isCloseTo(10, within(2.0));
    DemandForecast declared = forecast(shorter, 1, "true");
    assertThat(declared.basis()).isEqualTo(ForecastBasis.DISCONTINUED);
    assertThat(declared.basisText()).contains("attribute");
    assertThat(declared.meanOver(7)).isZero();
    assertThat(declared.quantile(6, 0.95)).isZero();
  }

  @Test
  void aProductThatCameBackIsForecastByItsHistory() {
    double[] back = ended();
    System.arraycopy(units(0), STEPS - 10, back, STEPS - 10, 10);
    DemandForecast forecast = forecast(back, 1, "false");
    assertThat(forecast.basis()).isEqualTo(ForecastBasis.HISTORY);
    assertThat(forecast.mean(3)).isGreaterThan(1);
  }
}
