/**
 * Measures of accuracy on plain arrays, each with its definition, its edge cases and its source.
 * Start at {@code Accuracy} for point forecasts, {@code QuantileScores} and {@code IntervalScores}
 * for distributions, {@code Wrmsse} for hierarchies. Uses nothing but the JDK.
 */
@NullMarked
package io.synkro.predict.evaluate;

import org.jspecify.annotations.NullMarked;
