/**
 * What is odd in a panel of demand before anybody forecasts it: gaps, returns, stock-outs,
 * outliers, series that are empty, short or closed on a weekday. Start at {@code DataQuality}. Uses
 * {@code series}.
 */
@NullMarked
package io.synkro.predict.quality;

import org.jspecify.annotations.NullMarked;
