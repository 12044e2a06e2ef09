/**
 * The mixed-integer linear model that defines the planning problem, and the engine that solves it
 * through a linear one. Start at {@code StockModel} or {@code MilpEngine}. Uses {@code problem},
 * {@code engine} and {@code linear}.
 */
@NullMarked
package io.synkro.predict.optimize.formulation;

import org.jspecify.annotations.NullMarked;
