/**
 * Features of demand series. Start at {@code DemandFeatures}, the standard set that the tree
 * forecaster learns from. Uses {@code series}, {@code tabular} and {@code forecast}.
 */
@NullMarked
package io.synkro.predict.features;

import org.jspecify.annotations.NullMarked;
