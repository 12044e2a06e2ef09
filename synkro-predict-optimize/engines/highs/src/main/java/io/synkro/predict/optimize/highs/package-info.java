/**
 * The engine {@code "highs"}: HiGHS through its C API, with the library that lies in a jar of
 * OR-Tools. Start at {@code HighsEngine}. Uses {@code optimize.linear} and core's {@code engine}.
 */
@NullMarked
package io.synkro.predict.optimize.highs;

import org.jspecify.annotations.NullMarked;
