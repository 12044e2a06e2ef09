/**
 * Transforms of demand that a model learns instead of units, and their inverses for its forecasts:
 * scales, logarithms, powers, differences and chains of them. Start at {@code TargetTransform}.
 */
@NullMarked
package io.synkro.predict.features.targets;

import org.jspecify.annotations.NullMarked;
