/**
 * Contract tests and data generators that authors of engines inherit. Start at {@code
 * LearnerContractTest}.
 */
@NullMarked
package io.synkro.predict.testkit;

import org.jspecify.annotations.NullMarked;
