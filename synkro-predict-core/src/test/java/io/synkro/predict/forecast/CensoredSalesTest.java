package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.demand.SimulatedDemand;
import io.synkro.predict.demand.UnconstrainedDemand;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Customers come one after the other, more of them at weekends and at a rate that varies from day
 * to day, to a shelf that is filled each morning with little more than a usual day's demand.
 */
class CensoredSalesTest {
  private static final int SERIES = 40;
  private static final int STEPS = 280;
  private static final int HORIZON = 28;
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private static final double[][] SALES = new double[SERIES][STEPS];
  private static final double[][] IN_STOCK = new double[SERIES][STEPS];
  private static double demand;
  private static double expectedAhead;

  @BeforeAll
  static void simulate() {
    SimulatedDemand random = new SimulatedDemand(17);
    for (int i = 0; i < SERIES; i++) {
      double level = 3 + i / 2.0;
      int shelf = (int) Math.ceil(1.3 * level);
      for (int t = 0; t < STEPS + HORIZON; t++) {
        double mean = level * (t % 7 >= 5 ? 1.5 : 0.8);
        if (t >= STEPS) {
          expectedAhead += mean;
          continue;
        }
        double rate = mean / 4 * random.gamma(4);
        double soldOut = 1;
        int customers = 0;
        for (double time = random.exponential(rate); time < 1; time += random.exponential(rate)) {
          customers++;
          soldOut = customers == shelf ? time : soldOut;
        }
        demand += customers;
        SALES[i][t] = Math.min(customers, shelf);
        IN_STOCK[i][t] = soldOut;
      }
    }
  }

  private static double sum(SeriesPanel panel) {
    double sum = 0;
    for (int i = 0; i < panel.size(); i++) {
      sum += Arrays.stream(panel.values(i)).sum();
    }
    return sum;
  }

  /** Shares in stock: as they are, zero where below 1 (the time is not known), or all 1. */
  private static SeriesPanel panel(String stock) {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(AXIS).covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY);
    for (int i = 0; i < SERIES; i++) {
      double[] inStock =
          Arrays.stream(IN_STOCK[i])
              .map(share -> stock.equals("ignored") ? 1 : share)
              .map(share -> stock.equals("flags") && share < 1 ? 0 : share)
              .toArray();
      builder.add(
          new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 0, SALES[i]),
          Map.of(CovariateNames.IN_STOCK, inStock),
          Map.of());
    }
    return builder.build();
  }

  private static double bias(SeriesPanel sales) {
    double sum = 0;
    for (DemandForecast forecast :
        DemandForecaster.builder().horizon(HORIZON).build().fit(sales).forecast().forecasts()) {
      sum += forecast.meanOver(HORIZON);
    }
    return sum / expectedAhead - 1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"shares", "flags"})
  void estimatedDemandIsWhatCustomersWanted(String stock) {
    assertThat(sum(panel("ignored")) / demand - 1).isLessThan(-0.12);
    double estimated = sum(UnconstrainedDemand.of(panel(stock)).panel());
    assertThat(estimated / demand - 1).isCloseTo(0, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shares", "flags"})
  void theForecastIsOfDemandAndNotOfSales(String stock) {
    double ofSales = bias(panel("ignored"));
    double ofDemand = bias(panel(stock));
    assertThat(ofSales).isLessThan(-0.12);
    assertThat(ofDemand).isCloseTo(0, within(0.03));
  }

  @Test
  void leavingOutTheDaysThatSoldOutWouldBeWorseThanTakingSalesForDemand() {
    SeriesPanel sales = panel("shares");
    double[] others = new double[sales.observations()];
    Arrays.setAll(
        others, k -> IN_STOCK[k / STEPS][k % STEPS] < 1 ? Double.NaN : SALES[k / STEPS][k % STEPS]);
    double bias = bias(panel("ignored").withValues(others));
    assertThat(bias).isLessThan(bias(panel("ignored")));
  }

  @Test
  void forecastsAreNotJudgedByEstimates() {
    int judged =
        DemandForecaster.builder()
            .horizon(HORIZON)
            .backtests(2)
            .build()
            .fit(panel("shares"))
            .backtest()
            .observations();
    int inStock = 0;
    for (double[] shares : IN_STOCK) {
      for (int t = STEPS - 2 * HORIZON; t < STEPS; t++) {
        inStock += shares[t] == 1 ? 1 : 0;
      }
    }
    assertThat(judged).isEqualTo(inStock);
  }
}
