/**
 * Mixed-integer linear models and the engines that solve them: a sparse immutable model, MPS files,
 * a check of points that trusts no engine, and an SPI whose answers keep status, incumbent and
 * proven bound apart. Start at {@code LinearModel} and {@code LinearEngines}. Uses nothing else of
 * this module.
 */
@NullMarked
package io.synkro.predict.optimize.linear;

import org.jspecify.annotations.NullMarked;
