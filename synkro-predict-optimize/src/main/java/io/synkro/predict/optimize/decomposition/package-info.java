/**
 * The default engine: Lagrangian decomposition. Shared limits get prices, every block is solved at
 * these prices, and the sum is a lower bound; plans seen on the way are put together to one that
 * keeps all limits. A block is a line, which is solved exactly, or the lines that lanes join: for
 * these a search finds plans, and a bound is proven apart. Start at {@code DecompositionEngine}.
 * Uses {@code problem} and {@code engine}.
 */
@NullMarked
package io.synkro.predict.optimize.decomposition;

import org.jspecify.annotations.NullMarked;
