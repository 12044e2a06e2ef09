package io.synkro.predict.univariate.internal;

/**
 * All that a model needs to go on.
 *
 * @param smoothing smoothing parameters
 * @param state where it stands
 */
public record EtsParameters(EtsSmoothing smoothing, EtsState state) {}
