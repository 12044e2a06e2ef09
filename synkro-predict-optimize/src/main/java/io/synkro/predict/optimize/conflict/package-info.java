/**
 * Why no plan keeps all hard limits and minimum stocks, and what would have to give. Start at
 * {@code InfeasibilityAnalysis}. Uses {@code problem} and {@code engine}.
 *
 * <p>Costs play no part here. A line that needs no orders uses nothing but the room of its stock;
 * for the others a dynamic program finds the orders that use the least at given prices of the
 * limits. If the least use of all lines costs more than all that there is, no plan exists: Farkas'
 * lemma over whole orders, so at least as strong as the linear relaxation. Minimum stocks and
 * limits that contradict each other are made few by QuickXplain (Junker 2004, AAAI 04-027).
 */
@NullMarked
package io.synkro.predict.optimize.conflict;

import org.jspecify.annotations.NullMarked;
