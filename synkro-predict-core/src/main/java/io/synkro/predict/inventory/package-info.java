/**
 * Stock as values: what is on hand and on order, how long deliveries take, what things cost and how
 * often demand is to be met. Start at {@code StockItem}. Uses {@code series}.
 */
@NullMarked
package io.synkro.predict.inventory;

import org.jspecify.annotations.NullMarked;
