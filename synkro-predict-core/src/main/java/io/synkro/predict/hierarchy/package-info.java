/**
 * Forecasts that add up: totals of categories, warehouses, regions or everything, and methods that
 * make the forecasts of totals and of their parts agree. Start at {@code Hierarchy}, then {@code
 * Reconciliation}. Uses {@code series} and {@code forecast}.
 */
@NullMarked
package io.synkro.predict.hierarchy;

import org.jspecify.annotations.NullMarked;
