package io.synkro.predict.univariate.internal;

/**
 * The complex smoothing parameters of CES.
 *
 * @param alpha0 real part for the level
 * @param alpha1 imaginary part for the level
 * @param beta0 real part for the season, 0 if it has none
 * @param beta1 imaginary part for the season, 0 if it has none
 */
public record CesParameters(double alpha0, double alpha1, double beta0, double beta1) {}
