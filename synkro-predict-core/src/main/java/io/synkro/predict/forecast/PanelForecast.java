package io.synkro.predict.forecast;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forecasts of all series of a panel, one outcome a series. Immutable; safe for use by many
 * threads.
 */
public final class PanelForecast {
  private final List<ForecastOutcome> outcomes;
  private final Map<SeriesId, DemandForecast> byId = new HashMap<>();

  /**
   * Creates a panel's forecast.
   *
   * @param outcomes one for each series, in the panel's order; at least one, no series twice
   */
  public PanelForecast(List<ForecastOutcome> outcomes) {
    Require.atLeast("outcomes.size()", outcomes.size(), 1, "");
    this.outcomes = List.copyOf(outcomes);
    Set<SeriesId> seen = new HashSet<>();
    for (ForecastOutcome outcome : outcomes) {
      Require.that(seen.add(outcome.id()), "series", outcome.id(), "must have one outcome", "");
      if (outcome instanceof ForecastOutcome.Forecasted forecasted) {
        byId.put(outcome.id(), forecasted.forecast());
      }
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
    return Optional.ofNullable(byId.get(id));
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
