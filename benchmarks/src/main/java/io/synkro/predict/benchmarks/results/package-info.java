/** Figures, the files that hold them, and the page made of them. Start at {@code Figure}. */
@NullMarked
package io.synkro.predict.benchmarks.results;

import org.jspecify.annotations.NullMarked;
