/** The main job on generated and on real data. Start at {@code MainJobMeasure}. */
@NullMarked
package io.synkro.predict.benchmarks.job;

import org.jspecify.annotations.NullMarked;
