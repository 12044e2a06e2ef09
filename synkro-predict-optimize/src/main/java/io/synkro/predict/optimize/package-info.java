/**
 * Stock plans: what to order today, and what to move between warehouses, so that every item reaches
 * its service level, within a budget and the space of warehouses. Start at {@code StockOptimizer}.
 * Uses core's {@code forecast}, {@code inventory} and {@code stockout}, and {@code
 * optimize.policy}.
 */
@NullMarked
package io.synkro.predict.optimize;

import org.jspecify.annotations.NullMarked;
