/** Features of panels, of single entities and of the store: time, memory and what survives. */
@NullMarked
package io.synkro.predict.benchmarks.features;

import org.jspecify.annotations.NullMarked;
