package io.synkro.predict.optimize.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeadTimeDemandTest {
  private static final LeadTime TWO_TO_FOUR = LeadTime.ofProbabilities(0, 0, 0.3, 0.5, 0.2);

  @Test
  void familiesAndTheirTablesAgree() {
    for (CountDemand day :
        new CountDemand[] {new PoissonDemand(1.3), NegativeBinomialDemand.of(2, 3)}) {
      double[] probabilities = new double[250];
      Arrays.setAll(probabilities, day::probability);
      DemandDistribution exact = LeadTimeDemand.of(day, TWO_TO_FOUR, 1);
      DemandDistribution table =
          LeadTimeDemand.of(TableDemand.ofProbabilities(probabilities), TWO_TO_FOUR, 1);
      for (double x : new double[] {0, 3, 8, 20, 40}) {
        assertThat(table.cdf(x)).isCloseTo(exact.cdf(x), within(1e-12));
        assertThat(table.loss(x)).isCloseTo(exact.loss(x), within(1e-11));
      }
      assertThat(table.quantile(0.999)).isEqualTo(exact.quantile(0.999));
    }
  }

  @Test
  void momentsAreThoseOfARandomSum() {
    for (DemandDistribution day :
        new DemandDistribution[] {
          new PoissonDemand(3),
          NegativeBinomialDemand.of(5, 4),
          new GammaDemand(2, 3),
          new NormalDemand(50, 8),
          LognormalDemand.of(50, 80),
          new UniformDemand(0, 9),
          TableDemand.ofProbabilities(0.7, 0, 0.2, 0, 0, 0.1),
          TableDemand.observed(1.5, 2.25, 9)
        }) {
      DemandDistribution total = LeadTimeDemand.of(day, TWO_TO_FOUR, 1);
      double meanDays = 3.9; // 2.9 and the review
      double variance = meanDays * day.sd() * day.sd() + day.mean() * day.mean() * 0.49;
      assertThat(total.mean()).isCloseTo(meanDays * day.mean(), within(1e-10));
      assertThat(total.sd()).isCloseTo(Math.sqrt(variance), within(1e-10));
      NormalDemand normal = LeadTimeDemand.normal(day, TWO_TO_FOUR, 1);
      assertThat(normal.mean()).isCloseTo(total.mean(), within(1e-10));
      assertThat(normal.sd()).isCloseTo(total.sd(), within(1e-10));
    }
  }

  @Test
  void withoutLeadTimeAndReviewNothingIsDemanded() {
    LeadTime none = LeadTime.fixed(0);
    assertThat(LeadTimeDemand.of(new PoissonDemand(3), none, 0)).isEqualTo(TableDemand.constant(0));
    assertThat(LeadTimeDemand.of(new GammaDemand(3, 1), none, 0).quantile(0.9)).isZero();
    LeadTime sometimes = LeadTime.ofProbabilities(0.5, 0.5);
    assertThat(LeadTimeDemand.of(new GammaDemand(1, 1), sometimes, 0).cdf(0)).isEqualTo(0.5);
    assertThat(LeadTimeDemand.of(TableDemand.constant(-2), sometimes, 1).quantile(0.9))
        .isEqualTo(-2);
  }

  @Test
  void oneLeadTimeNeedsNoMixture() {
    assertThat(LeadTimeDemand.of(new PoissonDemand(2), LeadTime.fixed(3), 1))
        .isEqualTo(new PoissonDemand(8));
  }

  @Test
  void theNormalApproximationPromisesTooMuchOfSkewedDemand() {
    // mean 0.5 and variance 1.5 a day, 2 to 4 days and a review: at 95 % it covers less
    DemandDistribution day = NegativeBinomialDemand.of(0.5, Math.sqrt(1.5));
    DemandDistribution exact = LeadTimeDemand.of(day, TWO_TO_FOUR, 1);
    double stock = LeadTimeDemand.normal(day, TWO_TO_FOUR, 1).quantile(0.95);
    assertThat(exact.cdf(stock)).isLessThan(0.95);
  }

  @Test
  void pathsKeepStepsTogether() {
    SplittableRandom random = new SplittableRandom(7);
    double[][] paths = new double[400][5];
    for (double[] path : paths) {
      double level = random.nextDouble() * 10; // a path that starts high stays high
      Arrays.setAll(path, h -> level);
    }
    TableDemand demand = ForecastDemand.ofPaths(paths, TWO_TO_FOUR, 1);
    double mean = Arrays.stream(paths).mapToDouble(path -> path[0]).average().orElseThrow();
    assertThat(demand.mean()).isCloseTo(3.9 * mean, within(1e-9));
    DemandDistribution independent = LeadTimeDemand.of(new UniformDemand(0, 10), TWO_TO_FOUR, 1);
    assertThat(demand.quantile(0.95)).isGreaterThan(1.2 * independent.quantile(0.95));
    assertThatThrownBy(() -> ForecastDemand.ofPaths(paths, TWO_TO_FOUR, 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("longer horizon");
  }

  @Test
  void quantilesOfAForecastAreKept() {
    double[] levels = {0.05, 0.25, 0.5, 0.75, 0.95};
    double[] quantiles = {0, 0, 3, 6.5, 14};
    MixtureDemand demand = ForecastDemand.ofQuantiles(levels, quantiles);
    for (int i = 0; i < levels.length; i++) {
      assertThat(demand.quantile(levels[i])).isCloseTo(quantiles[i], within(1e-9));
    }
    assertThat(demand.quantile(0.01)).isZero();
    assertThat(demand.quantile(0.99)).isCloseTo(14 + 7.5, within(1e-9)); // one fifth again
    assertThatThrownBy(() -> ForecastDemand.ofQuantiles(levels, new double[] {0, 1, 3, 2, 4}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("quantiles[3]");
  }

  @Test
  void forecastsGiveTheirMomentsAndQuantiles() {
    double[] levels = {0.1, 0.5, 0.9};
    DemandForecast forecast =
        new DemandForecast(
            SeriesId.of("P1", "W1"),
            TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 4, 1)),
            0,
            levels,
            new double[] {10, 12},
            new double[] {4, 5},
            new double[] {5, 9, 16, 6, 11, 19},
            0.25);
    assertThat(ForecastDemand.at(forecast, 1).quantile(0.9)).isCloseTo(19, within(1e-9));
    assertThat(ForecastDemand.over(forecast, LeadTime.fixed(1), 1).sd())
        .isCloseTo(Math.sqrt(16 + 25 + 2 * 0.25 * 20), within(1e-9));
    DemandDistribution random =
        ForecastDemand.over(forecast, LeadTime.ofProbabilities(0.5, 0.5), 0);
    assertThat(random.mean()).isCloseTo(5, within(1e-12));
    assertThat(random.cdf(0)).isEqualTo(0.5);
  }

  @Test
  void refusesTablesThatWouldTakeForEver() {
    double[] observed = new double[20_000];
    Arrays.setAll(observed, i -> i);
    assertThatThrownBy(
            () -> LeadTimeDemand.of(TableDemand.observed(observed), LeadTime.fixed(30), 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("packs");
  }

  @Test
  void fitsFollowTheSizeAndTheSpread() {
    assertThat(DemandFit.counts(0, 0)).isEqualTo(TableDemand.constant(0));
    assertThat(DemandFit.counts(3, 2)).isEqualTo(NegativeBinomialDemand.of(3, 2));
    assertThat(DemandFit.counts(4, 2)).isEqualTo(new PoissonDemand(4));
    assertThat(DemandFit.counts(4, 1.5)).isEqualTo(new PoissonDemand(4));
    assertThat(DemandFit.counts(50, 2)).isEqualTo(new NormalDemand(50, 2));
    assertThat(DemandFit.counts(5000, 1000)).isEqualTo(new NormalDemand(5000, 1000));
    assertThat(DemandFit.counts(5000, 2000)).isEqualTo(NegativeBinomialDemand.of(5000, 2000));
    assertThat(DemandFit.amounts(3, 2)).isEqualTo(GammaDemand.of(3, 2));
    assertThat(DemandFit.amounts(5000, 100)).isEqualTo(new NormalDemand(5000, 100));
    assertThatThrownBy(() -> DemandFit.counts(0, 1)).isInstanceOf(InvalidInputException.class);
  }
}
