/**
 * What every part of Synkro Predict shares: the root of its exceptions. Start at {@code
 * io.synkro.predict.series} for the data, {@code io.synkro.predict.forecast} for demand.
 */
@NullMarked
package io.synkro.predict;

import org.jspecify.annotations.NullMarked;
