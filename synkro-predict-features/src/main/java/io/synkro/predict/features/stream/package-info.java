/**
 * Features that follow sales, stock and price events in whatever order they come: late ones correct
 * what is still open, and what comes too late is handed on. Start at {@code DemandStream}, or at
 * {@code DurableLiveFeatures} if what was handled must outlive the process. Uses {@code features},
 * {@code log} and {@code series}.
 */
@NullMarked
package io.synkro.predict.features.stream;

import org.jspecify.annotations.NullMarked;
