/**
 * Features of demand, for whole panels and live. Start at {@code FeaturePipeline}, which is built
 * from {@code Features}; {@code LiveFeatures} keeps them up to date event by event, and {@code
 * DemandFeatures} is the standard set that the tree forecaster learns from. Uses {@code series},
 * {@code tabular}, {@code pattern} and {@code forecast}.
 */
@NullMarked
package io.synkro.predict.features;

import org.jspecify.annotations.NullMarked;
