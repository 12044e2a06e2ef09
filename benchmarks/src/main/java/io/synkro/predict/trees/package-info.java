/** What measures the inside of {@code trees}. Used by {@code benchmarks.trees}. */
@NullMarked
package io.synkro.predict.trees;

import org.jspecify.annotations.NullMarked;
