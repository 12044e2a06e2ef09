package io.synkro.predict.examples.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssumedStockTest {
  private static final int STEPS = 140;

  @Test
  void stockCoversTwoWeeksOfTheForecast() {
    for (Frequency frequency : List.of(Frequency.DAILY, Frequency.WEEKLY)) {
      SeriesPanel sales = panel(frequency, Map.of());
      PanelForecast forecast = forecast(sales);
      StockItem item = AssumedStock.of(sales, forecast).get(0);

      DemandForecast demand = forecast.forecasts().get(0);
      int steps = frequency == Frequency.DAILY ? 14 : 2;
      double twoWeeks = 0;
      for (int h = 0; h < steps; h++) {
        twoWeeks += demand.mean(h);
      }
      assertThat(twoWeeks).isGreaterThan(10); // 10 units a step were sold
      assertThat(item.position().onHand()).isCloseTo(twoWeeks, within(0.5));
      assertThat(item.id()).isEqualTo(demand.id());
    }
  }

  @Test
  void costsFollowTheLastKnownPrice() {
    double[] prices = new double[STEPS];
    java.util.Arrays.fill(prices, 4);
    prices[STEPS - 2] = 5;
    prices[STEPS - 1] = Double.NaN;
    SeriesPanel sales = panel(Frequency.DAILY, Map.of(CovariateNames.PRICE, prices));
    StockItem item = AssumedStock.of(sales, forecast(sales)).get(0);

    assertThat(item.costs().unitPrice()).isEqualTo(5);
    assertThat(item.costs().unitCost()).isEqualTo(3); // 60 % of 5
    assertThat(AssumedStock.IN_WORDS).contains("cost 60 % of the last price");
  }

  @Test
  void withoutAnyPriceTheWordsHold() {
    SeriesPanel sales = panel(Frequency.DAILY, Map.of());
    StockItem item = AssumedStock.of(sales, forecast(sales)).get(0);

    assertThat(item.costs().unitPrice()).isEqualTo(1);
    assertThat(item.supply().leadTime().meanDays()).isCloseTo(7, within(0.5));
    assertThat(item.supply().leadTime().sdDays()).isCloseTo(2, within(0.5));
    assertThat(item.supply().reviewDays()).isEqualTo(7);
    assertThat(item.serviceLevel().target()).isEqualTo(0.95);
    assertThat(AssumedStock.IN_WORDS)
        .contains("price 1 where none", "lead time 7 ± 2 days", "every 7 days", "fill rate 95 %");
  }

  private static PanelForecast forecast(SeriesPanel sales) {
    return DemandForecaster.builder().horizon(28).seed(1).build().fit(sales).forecast();
  }

  private static SeriesPanel panel(Frequency frequency, Map<String, double[]> covariates) {
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2024, 1, 1));
    double[] units = new double[STEPS];
    for (int t = 0; t < STEPS; t++) {
      units[t] = 10 + t % 3;
    }
    SeriesPanelBuilder builder = SeriesPanel.builder(axis);
    covariates.keySet().forEach(name -> builder.covariate(name, Availability.PAST_ONLY));
    return builder
        .add(new TimeSeries(SeriesId.of("P", "W"), axis, 0, units), covariates, Map.of())
        .build();
  }
}
