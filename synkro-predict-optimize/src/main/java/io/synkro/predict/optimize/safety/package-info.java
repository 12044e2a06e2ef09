/**
 * Order-up-to levels that hold on real demand: the larger of two that err on different sides, and a
 * target that is set by replaying the past. Start at {@code SafeLevel}. Uses the {@code
 * distribution} of demand, the {@code policy} formulas and the simulator in {@code simulate}.
 */
@NullMarked
package io.synkro.predict.optimize.safety;

import org.jspecify.annotations.NullMarked;
