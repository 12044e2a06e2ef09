/**
 * Demand that sales do not show: cut by stock-outs, lowered by returns, blown up by single events;
 * and how it answers to price. Start at {@code UnconstrainedDemand} or {@code PriceResponse}. Uses
 * {@code series}.
 */
@NullMarked
package io.synkro.predict.demand;

import org.jspecify.annotations.NullMarked;
