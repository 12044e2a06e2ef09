/**
 * Ordering policies of one item: demand over the protection period, safety stock, reorder point and
 * order-up-to level, with the source of each formula. Start at {@code StockLevels}. Uses core's
 * {@code forecast} and {@code inventory}.
 */
@NullMarked
package io.synkro.predict.optimize.policy;

import org.jspecify.annotations.NullMarked;
