/** Policies on real demand and the speed of the simulator. Start at {@code PolicyMeasure}. */
@NullMarked
package io.synkro.predict.benchmarks.optimize;

import org.jspecify.annotations.NullMarked;
