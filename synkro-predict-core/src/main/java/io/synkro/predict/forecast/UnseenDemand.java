package io.synkro.predict.forecast;

import io.synkro.predict.demand.UnconstrainedDemand;
import io.synkro.predict.forecast.internal.ColdStart;
import io.synkro.predict.forecast.internal.Discontinuation;
import io.synkro.predict.forecast.internal.SimilarItems;
import io.synkro.predict.internal.Lazy;
import io.synkro.predict.series.AttributeNames;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesPanel;
import java.util.Arrays;
import java.util.Optional;

/**
 * Outcomes of series that their own history cannot forecast: new ones, those that never sold and
 * discontinued ones. Immutable; safe for use by many threads.
 */
final class UnseenDemand {
  private static final int LEAST_OBSERVATIONS = 2;

  private final int horizon;
  private final double[] quantiles;
  private final Lazy<SimilarItems> similar;

  /** The items to compare with are learnt when the first new one comes. */
  UnseenDemand(SeriesPanel sales, int horizon, double[] quantiles) {
    this.horizon = horizon;
    this.quantiles = quantiles.clone();
    this.similar =
        new Lazy<>(() -> new SimilarItems(UnconstrainedDemand.of(sales).panel(), horizon));
  }

  /** The outcome of a series that needs no forecast by its history; empty for all others. */
  Optional<ForecastOutcome> outcome(SeriesPanel sales, SeriesPanel demand, int series) {
    if (isDeclaredDiscontinued(sales, series)) {
      DemandForecast forecast = new Steps().forecast(demand, series, 0);
      return discontinued(forecast, "its attribute says so");
    }
    double[] history = demand.values(series);
    int observed = 0;
    for (double value : history) {
      observed += Double.isNaN(value) ? 0 : 1;
    }
    if (observed < LEAST_OBSERVATIONS) {
      return Optional.of(withoutHistory(sales, demand, series, observed));
    }
    int gap = Discontinuation.gap(history);
    return gap == 0 ? Optional.empty() : discontinued(demand, series, gap);
  }

  /** Read from the sales as given: a model may not know the text. */
  private static boolean isDeclaredDiscontinued(SeriesPanel sales, int series) {
    return sales
        .attribute(AttributeNames.DISCONTINUED)
        .filter(a -> a.value(series).equals("true"))
        .isPresent();
  }

  private ForecastOutcome withoutHistory(
      SeriesPanel sales, SeriesPanel demand, int series, int observed) {
    int unsold = stepsWithoutSale(sales, series);
    if (unsold > horizon) {
      return new ForecastOutcome.NotForecast(
          demand.id(series),
          "%d steps without any sale; a new item is forecast for its first %d. Maybe leave it out."
              .formatted(unsold, horizon));
    }
    Optional<ColdStart> start = similar.get().forecast(demand, series, horizon);
    if (start.isEmpty()) {
      return new ForecastOutcome.NotForecast(
          demand.id(series),
          "%d observations of demand since its first sale; %d are required, or attributes that it shares with others. Maybe it is new, or never in stock."
              .formatted(observed, LEAST_OBSERVATIONS));
    }
    ColdStart found = start.get();
    Steps steps = new Steps();
    for (int h = 0; h < horizon; h++) {
      steps.mean[h] = found.mean(h);
      steps.sd[h] = found.sd(h);
      for (int q = 0; q < quantiles.length; q++) {
        steps.values[h * quantiles.length + q] = found.quantile(h, quantiles[q]);
      }
    }
    DemandForecast forecast = steps.forecast(demand, series, found.stepCorrelation());
    return new ForecastOutcome.Forecasted(
        forecast.withBasis(
            ForecastBasis.SIMILAR_ITEMS, "cold start from similar items: " + found.likeness()));
  }

  /** Steps on which it could have been sold and was not. */
  private static int stepsWithoutSale(SeriesPanel sales, int series) {
    Optional<Covariate> inStock = sales.covariate(CovariateNames.IN_STOCK);
    int count = 0;
    for (int t = 0; t < sales.length(series); t++) {
      if (sales.value(series, t) > 0) {
        return 0;
      }
      boolean out = inStock.isPresent() && inStock.get().value(series, t) < 1;
      count += sales.value(series, t) <= 0 && !out ? 1 : 0;
    }
    return count;
  }

  /**
   * After n steps without a sale the next has one with probability 1 / (n + 2), by Laplace's rule
   * of succession, and then as many units as any sale before.
   */
  private Optional<ForecastOutcome> discontinued(SeriesPanel demand, int series, int gap) {
    double[] sizes = Arrays.stream(demand.values(series)).filter(v -> v > 0).sorted().toArray();
    double chance = 1.0 / (gap + 2);
    double mean = chance * Arrays.stream(sizes).average().orElse(0);
    double square = chance * Arrays.stream(sizes).map(s -> s * s).average().orElse(0);
    Steps steps = new Steps();
    Arrays.fill(steps.mean, mean);
    Arrays.fill(steps.sd, Math.sqrt(Math.max(0, square - mean * mean)));
    for (int q = 0; q < quantiles.length; q++) {
      double level = (quantiles[q] - (1 - chance)) / chance;
      double units = level <= 0 ? 0 : sizes[(int) Math.min(sizes.length - 1, level * sizes.length)];
      for (int h = 0; h < horizon; h++) {
        steps.values[h * quantiles.length + q] = units;
      }
    }
    DemandForecast forecast = steps.forecast(demand, series, 0);
    return discontinued(
        forecast, "no sale in its last %d observed steps, too many for chance".formatted(gap));
  }

  private static Optional<ForecastOutcome> discontinued(DemandForecast forecast, String reason) {
    return Optional.of(
        new ForecastOutcome.Forecasted(forecast.withBasis(ForecastBasis.DISCONTINUED, reason)));
  }

  /** What a forecast is made of; zero at first. */
  private final class Steps {
    final double[] mean = new double[horizon];
    final double[] sd = new double[horizon];
    final double[] values = new double[horizon * quantiles.length];

    DemandForecast forecast(SeriesPanel demand, int series, double stepCorrelation) {
      return new DemandForecast(
          demand.id(series),
          demand.axis(),
          demand.end(),
          quantiles,
          mean,
          sd,
          values,
          stepCorrelation);
    }
  }
}
