/**
 * Probability, time and cost of running out of stock, from a demand forecast and what is on hand
 * and on order. Start at {@code StockoutPredictor}. Uses {@code forecast}, {@code inventory} and
 * {@code series}.
 */
@NullMarked
package io.synkro.predict.stockout;

import org.jspecify.annotations.NullMarked;
