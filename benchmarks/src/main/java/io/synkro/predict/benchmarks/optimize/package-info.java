/**
 * Inventory mathematics beside the textbooks, policies on real demand, the speed of the simulator.
 */
@NullMarked
package io.synkro.predict.benchmarks.optimize;

import org.jspecify.annotations.NullMarked;
