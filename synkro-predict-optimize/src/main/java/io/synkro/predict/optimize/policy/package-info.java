/**
 * Ordering policies of one item, with the source of each formula. Exactly: {@code ContinuousReview}
 * for (r, Q), {@code PeriodicReview} for (s, S), the newsvendor of {@code StockCosts} for (R, S),
 * and {@code ReorderService} and {@code PeriodicService} from levels to service and back, all for
 * any distribution of demand. By the normal approximation of a forecast: {@code StockLevels}, with
 * demand over the protection period, safety stock, reorder point and order-up-to level. Uses core's
 * {@code forecast} and {@code inventory}, {@code distribution}, {@code lotsize} and {@code
 * newsvendor}.
 */
@NullMarked
package io.synkro.predict.optimize.policy;

import org.jspecify.annotations.NullMarked;
