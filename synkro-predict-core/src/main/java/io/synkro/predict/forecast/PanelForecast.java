package io.synkro.predict.forecast;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forecasts of all series of a panel, one outcome a series. Immutable; safe for use by many
 * threads.
 */
public final class PanelForecast {
  private final List<ForecastOutcome> outcomes;
  private final Map<SeriesId, ForecastOutcome> byId = new HashMap<>();

  /**
   * Creates a panel's forecast.
   *
   * @param outcomes one for each series, in the panel's order; at least one, no series twice
   */
  public PanelForecast(List<ForecastOutcome> outcomes) {
    Require.atLeast("outcomes.size()", outcomes.size(), 1, "");
    this.outcomes = List.copyOf(outcomes);
    for (ForecastOutcome outcome : outcomes) {
      Require.that(
          byId.put(outcome.id(), outcome) == null,
          "series",
          outcome.id(),
          "must have one outcome",
          "");
    }
  }

  /**
   * Returns what became of each series.
   *
   * @return one outcome a series, in the panel's order
   */
  public List<ForecastOutcome> outcomes() {
    return outcomes;
  }

  /**
   * Finds the forecast of a series.
   *
   * @param id product and warehouse
   * @return the forecast, or empty if the series is unknown or could not be forecast
   */
  public Optional<DemandForecast> find(SeriesId id) {
    return byId.get(id) instanceof ForecastOutcome.Forecasted forecasted
        ? Optional.of(forecasted.forecast())
        : Optional.empty();
  }

  /**
   * Says why a series has no forecast, for those who cannot go on without one.
   *
   * @param id product and warehouse of a series that {@link #find} does not find
   * @return the reason and what to try
   */
  public String whyMissing(SeriesId id) {
    return byId.get(id) instanceof ForecastOutcome.NotForecast failed
        ? "It could not be forecast: " + failed.reason()
        : "There is no forecast of it. Maybe add its series to the panel that is forecast.";
  }

  /**
   * Returns all series that were forecast.
   *
   * @return forecasts in the panel's order
   */
  public List<DemandForecast> forecasts() {
    return outcomes.stream()
        .filter(ForecastOutcome.Forecasted.class::isInstance)
        .map(outcome -> ((ForecastOutcome.Forecasted) outcome).forecast())
        .toList();
  }
}
