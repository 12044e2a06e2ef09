/**
 * Demand as values: regular time series and panels of them, with covariates and attributes. Start
 * at {@code SeriesPanel}; a series stores a start, a frequency and values, never dates.
 */
@NullMarked
package io.synkro.predict.series;

import org.jspecify.annotations.NullMarked;
