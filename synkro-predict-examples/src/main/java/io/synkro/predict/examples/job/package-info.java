/**
 * The main job in stages: read, judge the data, forecast, assess stock-outs, plan, find patterns,
 * write. Start at {@code PlanningJob}. Uses every module of the library.
 */
@NullMarked
package io.synkro.predict.examples.job;

import org.jspecify.annotations.NullMarked;
