/**
 * Methods that forecast one series from its own past: from naive ones over exponential smoothing,
 * Theta and complex smoothing to those for intermittent demand. Each is an immutable value; start
 * at {@code UnivariateMethod}. Uses nothing but arrays, so that every method can be held against
 * published values.
 */
@NullMarked
package io.synkro.predict.univariate;

import org.jspecify.annotations.NullMarked;
