/**
 * Stock of several echelons: serial systems under stochastic service ({@code ClarkScarf}) and the
 * placement of safety stock under guaranteed service times in supply networks ({@code
 * SafetyStockPlacement}). Start at one of the two. Uses {@code distribution} and {@code
 * newsvendor}.
 */
@NullMarked
package io.synkro.predict.optimize.echelon;

import org.jspecify.annotations.NullMarked;
