package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.demand.SimulatedDemand;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Assortments whose items have levels that depend on their attributes; the truth is known. */
class ColdStartTest {
  private static final int STEPS = 300;
  private static final int HORIZON = 28;
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private static final String[] CATEGORIES = {"tea", "coffee", "juice", "water", "milk"};
  private static final double[] LEVELS = {2, 40, 8, 20, 5};

  /** An item and all its demand, that after the panel's end too. */
  private static final class Item {
    final SeriesId id;
    final Map<String, String> attributes;
    final int launch;
    final double[] demand;

    Item(int number, Map<String, String> attributes, int launch, double[] demand) {
      this.id = SeriesId.of("P" + number, "W");
      this.attributes = attributes;
      this.launch = launch;
      this.demand = demand;
    }

    double ahead() {
      return Arrays.stream(demand, demand.length - HORIZON, demand.length).sum() / HORIZON;
    }
  }

  private final SimulatedDemand random = new SimulatedDemand(11);

  /**
   * Log levels vary by 0.4 around that of category and brand; weekends sell twice as much as other
   * days; the colour says nothing.
   */
  private Item item(int number, int launch) {
    int category = number % CATEGORIES.length;
    int brand = number / CATEGORIES.length % 3;
    double level = LEVELS[category] * (1 + brand) / 2 * Math.exp(0.4 * random.normal());
    double[] demand = new double[STEPS + HORIZON - launch];
    Arrays.setAll(
        demand, t -> random.negativeBinomial(level * ((launch + t) % 7 >= 5 ? 1.56 : 0.78), 3));
    Map<String, String> attributes =
        Map.of(
            "category", CATEGORIES[category],
            "brand", "brand" + brand,
            "colour", "colour" + (int) (8 * random.uniform()));
    return new Item(number, attributes, launch, demand);
  }

  private List<Item> items(int from, int to, boolean isNew) {
    List<Item> items = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int launch = i % 3 == 0 ? 0 : 20 + (int) (200 * random.uniform());
      items.add(item(i, isNew ? STEPS : launch));
    }
    return items;
  }

  private static SeriesPanelBuilder builder() {
    return SeriesPanel.builder(AXIS).attribute("category").attribute("brand").attribute("colour");
  }

  private static void add(SeriesPanelBuilder builder, Item item) {
    int known = STEPS - item.launch;
    double[] sales = known == 0 ? new double[] {Double.NaN} : Arrays.copyOf(item.demand, known);
    int start = Math.min(item.launch, STEPS - 1);
    builder.add(new TimeSeries(item.id, AXIS, start, sales), Map.of(), item.attributes);
  }

  private static ForecastModel fit(List<Item> items) {
    SeriesPanelBuilder builder = builder();
    items.forEach(item -> add(builder, item));
    return DemandForecaster.builder().horizon(HORIZON).build().fit(builder.build());
  }

  @Test
  void newItemsAreForecastByTheirAttributesBetterThanByTheMeanOfAll() {
    List<Item> known = items(0, 150, false);
    List<Item> unknown = items(150, 300, true);
    List<Item> all = new ArrayList<>(known);
    all.addAll(unknown);
    PanelForecast forecast = fit(all).forecast();
    double grandMean = known.stream().mapToDouble(Item::ahead).average().orElseThrow();
    double own = 0;
    double grand = 0;
    double sold = 0;
    double expected = 0;
    int inside = 0;
    for (Item item : unknown) {
      DemandForecast one = forecast.find(item.id).orElseThrow();
      assertThat(one.basis()).isEqualTo(ForecastBasis.SIMILAR_ITEMS);
      own += Math.abs(one.meanOver(HORIZON) / HORIZON - item.ahead());
      grand += Math.abs(grandMean - item.ahead());
      expected += one.meanOver(HORIZON);
      sold += item.ahead() * HORIZON;
      for (int h = 0; h < HORIZON; h++) {
        double actual = item.demand[h];
        boolean in = actual >= one.quantile(h, 0.05) && actual <= one.quantile(h, 0.95);
        inside += in ? 1 : 0;
      }
    }
    assertThat(own).isLessThan(0.5 * grand);
    assertThat(expected / sold).isBetween(0.85, 1.15);
    assertThat(inside / (unknown.size() * (double) HORIZON)).isBetween(0.85, 0.95);
  }

  @Test
  void theSeasonIsThatOfTheGroupAndTheBasisNamesIt() {
    List<Item> items = items(0, 60, false);
    ForecastModel model = fit(items);
    Item fresh = item(60, STEPS);
    SeriesPanelBuilder newer = builder();
    add(newer, fresh);
    DemandForecast forecast = model.forecast(newer.build()).forecasts().get(0);
    assertThat(forecast.basisText())
        .startsWith("cold start from similar items: ")
        .contains("category tea")
        .doesNotContain("colour");
    double weekend = 0;
    double weekday = 0;
    for (int h = 0; h < HORIZON; h++) {
      boolean late = (STEPS + h) % 7 >= 5;
      weekend += late ? forecast.mean(h) / 8 : 0;
      weekday += late ? 0 : forecast.mean(h) / 20;
    }
    assertThat(weekend / weekday).isCloseTo(2, within(0.2));
    // errors of the steps go together, since the level is what is not known
    assertThat(forecast.stepCorrelation()).isGreaterThan(0.1);
    assertThat(forecast.quantile(3, 0.95)).isGreaterThan(2 * forecast.mean(3));
  }

  @Test
  void aProductKnownInOtherWarehousesIsForecastByThose() {
    SeriesPanelBuilder builder = SeriesPanel.builder(AXIS);
    for (int p = 0; p < 12; p++) {
      for (int w = 0; w < 4; w++) {
        double level = (p == 0 ? 50 : 5) * (w + 1);
        double[] sales = new double[STEPS];
        Arrays.setAll(sales, t -> random.poisson(level));
        boolean isNew = p == 0 && w == 3;
        SeriesId id = SeriesId.of("P" + p, "W" + w);
        builder.add(
            isNew
                ? new TimeSeries(id, AXIS, STEPS - 1, Double.NaN)
                : new TimeSeries(id, AXIS, 0, sales),
            Map.of(),
            Map.of());
      }
    }
    DemandForecast forecast =
        DemandForecaster.builder()
            .horizon(HORIZON)
            .build()
            .fit(builder.build())
            .forecast()
            .find(SeriesId.of("P0", "W3"))
            .orElseThrow();
    assertThat(forecast.basisText()).contains("product P0 in 3 other warehouses");
    assertThat(forecast.mean(0)).isBetween(80.0, 260.0); // truth 200, mean of all 17
  }

  @Test
  void withoutAnythingInCommonThereIsNoForecast() {
    ForecastModel model = fit(items(0, 60, false));
    SeriesPanel stranger =
        builder()
            .add(
                new TimeSeries(SeriesId.of("X", "W"), AXIS, STEPS - 1, Double.NaN),
                Map.of(),
                Map.of("category", "tobacco"))
            .build();
    PanelForecast forecast = model.forecast(stranger);
    assertThat(forecast.forecasts()).isEmpty();
    assertThat(forecast.whyMissing(SeriesId.of("X", "W"))).contains("attributes that it shares");
  }

  @Test
  void anItemThatDoesNotSellThoughItIsOnTheShelfIsNotNew() {
    ForecastModel model = fit(items(0, 60, false));
    for (int days : new int[] {HORIZON, HORIZON + 1}) {
      SeriesPanel unsold =
          builder()
              .add(
                  new TimeSeries(SeriesId.of("X", "W"), AXIS, STEPS - days, new double[days]),
                  Map.of(),
                  Map.of("category", "tea", "brand", "brand1"))
              .build();
      assertThat(model.forecast(unsold).forecasts()).hasSize(days > HORIZON ? 0 : 1);
    }
  }
}
