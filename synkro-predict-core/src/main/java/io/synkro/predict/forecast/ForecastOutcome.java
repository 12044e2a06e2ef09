package io.synkro.predict.forecast;

import io.synkro.predict.series.SeriesId;

/** What became of one series of a panel: one bad series never fails the batch. */
public sealed interface ForecastOutcome {
  /**
   * Returns what was to be forecast.
   *
   * @return product and warehouse
   */
  SeriesId id();

  /**
   * The series was forecast; {@link DemandForecast#basis()} says whether by its own history.
   *
   * @param forecast its demand
   */
  record Forecasted(DemandForecast forecast) implements ForecastOutcome {
    @Override
    public SeriesId id() {
      return forecast.id();
    }
  }

  /**
   * The series could not be forecast.
   *
   * @param id product and warehouse
   * @param reason what is wrong with it and what to try
   */
  record NotForecast(SeriesId id, String reason) implements ForecastOutcome {}
}
