/**
 * Trees in pure Java beside the engines that trained them: speed, equality, loading. Start at
 * {@code TreeSpeedMeasure}, {@code TreeEqualityMeasure}, {@code TreeFileMeasure} and {@code
 * TreeFuzzMeasure}.
 */
@NullMarked
package io.synkro.predict.benchmarks.trees;

import org.jspecify.annotations.NullMarked;
