package io.synkro.predict.hierarchy;

/**
 * How top-down and middle-out split a total by history. Missing values, also those before a series
 * began, are left out of the averages, and shares of a total are scaled to add up to one; those of
 * a total that never sold are equal. Source: Gross &amp; Sohl (1990), methods A and F, <a
 * href="https://doi.org/10.1002/for.3980090304">doi:10.1002/for.3980090304</a>; Hyndman &amp;
 * Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 11.2.
 */
public enum HistoricalProportions {
  /** The average over time of the share: (1/T) Σ y_t / Y_t. */
  AVERAGE_PROPORTIONS,
  /** The share of the average: Σ y_t / Σ Y_t; steps of high demand weigh more. */
  PROPORTIONS_OF_AVERAGES
}
