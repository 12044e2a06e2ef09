/** Accuracy of inventory mathematics and stock plans. */
@NullMarked
package io.synkro.predict.benchmarks.optimize;

import org.jspecify.annotations.NullMarked;
