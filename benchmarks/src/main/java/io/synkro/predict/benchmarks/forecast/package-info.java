/**
 * Accuracy of forecasts on sets of series with published figures. Start at {@code SeriesSets},
 * which reads the sets, and {@code MetricsMeasure}.
 */
@NullMarked
package io.synkro.predict.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
