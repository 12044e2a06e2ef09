/**
 * What solves a planning problem: engines behind one interface, their options, and what they
 * answer. Start at {@code PlanEngine}. Uses {@code problem}.
 */
@NullMarked
package io.synkro.predict.optimize.engine;

import org.jspecify.annotations.NullMarked;
