package io.synkro.predict.univariate.internal;

/**
 * Smoothing parameters.
 *
 * @param alpha of the level
 * @param beta of the slope; 0 without a trend
 * @param gamma of the season; 0 without one
 * @param phi damping of the slope; 1 without it
 */
public record EtsSmoothing(double alpha, double beta, double gamma, double phi) {}
