/**
 * The choice of an engine for a planning problem. Start at {@code PlanEngines}. Uses {@code
 * decomposition}, {@code formulation} and {@code linear}.
 */
@NullMarked
package io.synkro.predict.optimize.planning;

import org.jspecify.annotations.NullMarked;
