/**
 * Whether the features that a model was served are those that it is trained on: log what is served
 * with {@code ServedVectorLog}, and have {@code ParityCheck} compute it once more from the panel.
 * Uses {@code features}, {@code series} and {@code tabular}.
 */
@NullMarked
package io.synkro.predict.features.parity;

import org.jspecify.annotations.NullMarked;
