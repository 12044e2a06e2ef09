package io.synkro.predict.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Demand whose elasticity is known, with seasons, drifting levels and promotions beside. */
class PriceResponseTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2023, 1, 1));
  private static final int STEPS = 500;

  private final SimulatedDemand random = new SimulatedDemand(31);

  private static SeriesPanelBuilder builder() {
    return SeriesPanel.builder(AXIS)
        .covariate(CovariateNames.PRICE, Availability.PAST_ONLY)
        .covariate(CovariateNames.PROMOTION, Availability.PAST_ONLY)
        .attribute("category");
  }

  /** Prices change every few weeks and fall in promotions, which sell half as much again alone. */
  private void add(SeriesPanelBuilder builder, String name, double elasticity, double level) {
    double[] price = new double[STEPS];
    double[] promotion = new double[STEPS];
    double[] sales = new double[STEPS];
    double usual = 10;
    for (int t = 0; t < STEPS; t++) {
      usual = t % 23 == 0 ? 10 * Math.exp(0.1 * random.normal()) + 0.004 * t : usual;
      promotion[t] = t % 60 < 6 ? 1 : 0;
      price[t] = usual * (promotion[t] > 0 ? 0.7 + 0.2 * random.uniform() : 1);
      double mean =
          level
              * (1 + 0.001 * t)
              * (t % 7 >= 5 ? 1.6 : 0.8)
              * (1 + 0.5 * promotion[t])
              * Math.pow(price[t] / 10, elasticity);
      sales[t] = random.negativeBinomial(mean, 5);
    }
    builder.add(
        new TimeSeries(SeriesId.of(name, "W"), AXIS, 0, sales),
        Map.of(CovariateNames.PRICE, price, CovariateNames.PROMOTION, promotion),
        Map.of("category", name.substring(0, 1)));
  }

  @Test
  void knownElasticitiesAreFoundAndErrorsSayHowFarOff() {
    int series = 80;
    double[] truth = new double[series];
    SeriesPanelBuilder builder = builder();
    for (int i = 0; i < series; i++) {
      truth[i] = (i % 2 == 0 ? -1 : -3) + 0.3 * random.normal();
      add(builder, (i % 2 == 0 ? "A" : "B") + i, truth[i], 4 + i % 5 * 10);
    }
    List<PriceElasticity> found = PriceResponse.of(builder.build(), "category").elasticities();
    double own = 0;
    double drawn = 0;
    double bias = 0;
    int ownInside = 0;
    int inside = 0;
    for (int i = 0; i < series; i++) {
      PriceElasticity one = found.get(i);
      assertThat(one.group()).isEqualTo(i % 2 == 0 ? "A" : "B");
      own += Math.pow(one.ownValue() - truth[i], 2) / series;
      drawn += Math.pow(one.value() - truth[i], 2) / series;
      bias += (one.ownValue() - truth[i]) / series;
      ownInside += Math.abs(one.ownValue() - truth[i]) < 1.96 * one.ownError() ? 1 : 0;
      inside += Math.abs(one.value() - truth[i]) < 1.96 * one.standardError() ? 1 : 0;
    }
    assertThat(bias).isCloseTo(0, within(0.1));
    assertThat(Math.sqrt(drawn)).isLessThan(0.85 * Math.sqrt(own)).isLessThan(0.3);
    assertThat(ownInside / (double) series).isBetween(0.86, 1.0); // nominal 0.95
    assertThat(inside / (double) series).isBetween(0.86, 1.0);
  }

  @Test
  void aSeriesWhosePriceNeverChangedHasTheElasticityOfItsGroup() {
    SeriesPanelBuilder builder = builder();
    for (int i = 0; i < 20; i++) {
      add(builder, "A" + i, -2, 20);
    }
    double[] sales = new double[STEPS];
    Arrays.setAll(sales, t -> random.poisson(5));
    double[] price = new double[STEPS];
    Arrays.fill(price, 3);
    builder.add(
        new TimeSeries(SeriesId.of("A-still", "W"), AXIS, 0, sales),
        Map.of(CovariateNames.PRICE, price),
        Map.of("category", "A"));
    PriceResponse response = PriceResponse.of(builder.build(), "category");
    PriceElasticity still = response.find(SeriesId.of("A-still", "W")).orElseThrow();
    assertThat(still.ownValue()).isNaN();
    assertThat(still.value()).isCloseTo(-2, within(0.15));
    assertThat(still.standardError()).isPositive();
    assertThat(still.demandRatio(0.5)).isCloseTo(Math.pow(0.5, still.value()), within(1e-12));
    assertThat(response.find(SeriesId.of("other", "W"))).isEmpty();
  }

  @Test
  void aPriceThatOnlyChangesWithPromotionsShowsNothing() {
    double[] promotion = new double[STEPS];
    double[] price = new double[STEPS];
    double[] sales = new double[STEPS];
    for (int t = 0; t < STEPS; t++) {
      promotion[t] = t % 40 < 5 ? 1 : 0;
      price[t] = promotion[t] > 0 ? 8 : 10;
      sales[t] = random.poisson(promotion[t] > 0 ? 30 : 10);
    }
    SeriesPanel panel =
        builder()
            .add(
                new TimeSeries(SeriesId.of("A", "W"), AXIS, 0, sales),
                Map.of(CovariateNames.PRICE, price, CovariateNames.PROMOTION, promotion),
                Map.of())
            .build();
    assertThat(PriceResponse.of(panel).elasticities()).isEmpty();
  }

  @Test
  void pricesAndGroupsMustBePartOfThePanel() {
    SeriesPanel bare =
        SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("A", "W"), AXIS, 0, 1, 2)));
    assertThatThrownBy(() -> PriceResponse.of(bare))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("covariate price");
    assertThatThrownBy(() -> PriceResponse.of(bare, "category"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("attribute (category)");
  }
}
