/**
 * The default engine: Lagrangian decomposition. Shared limits get prices, every line is solved
 * exactly at these prices, and the sum is a proven lower bound; plans seen on the way are put
 * together to one that keeps all limits. Start at {@code DecompositionEngine}. Uses {@code problem}
 * and {@code engine}.
 */
@NullMarked
package io.synkro.predict.optimize.decomposition;

import org.jspecify.annotations.NullMarked;
