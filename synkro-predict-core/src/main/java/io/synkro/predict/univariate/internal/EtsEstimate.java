package io.synkro.predict.univariate.internal;

import io.synkro.predict.univariate.EtsModel;

/**
 * A model with its estimated parameters.
 *
 * @param model the model
 * @param parameters its parameters and the state before the first value
 * @param logLikelihood the greatest that was found, without the constants of the normal density
 * @param estimated how many parameters were estimated, the variance among them
 */
public record EtsEstimate(
    EtsModel model, EtsParameters parameters, double logLikelihood, int estimated) {

  /**
   * Returns the information criterion of Akaike, corrected for short series.
   *
   * @param length number of values
   * @return infinite if there are too few values for it
   */
  public double aicc(int length) {
    double k = estimated;
    double rest = length - k - 1;
    return rest > 0
        ? -2 * logLikelihood + 2 * k + 2 * k * (k + 1) / rest
        : Double.POSITIVE_INFINITY;
  }
}
