/**
 * Contract tests that authors of engines inherit, and small data generators with a seed. Start at
 * {@code LearnerContractTest}. Uses {@code tabular} and {@code series}.
 */
@NullMarked
package io.synkro.predict.testkit;

import org.jspecify.annotations.NullMarked;
