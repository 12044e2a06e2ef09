/**
 * Demand forecasts with honest uncertainty. Start at {@code DemandForecaster}; what it returns, a
 * {@code PanelForecast}, is what stock-out prediction and stock optimisation take. Uses {@code
 * series}, {@code demand}, {@code tabular} and {@code evaluate}.
 */
@NullMarked
package io.synkro.predict.forecast;

import org.jspecify.annotations.NullMarked;
