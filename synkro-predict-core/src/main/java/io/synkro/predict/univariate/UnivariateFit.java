package io.synkro.predict.univariate;

import java.util.Map;

/**
 * A method fitted to a series: its parameters and where it stood after the last value. Immutable;
 * safe for use by many threads.
 */
public interface UnivariateFit {
  /**
   * Returns what was fitted.
   *
   * @return in the notation of the field, such as {@code ETS(M,Ad,M)}
   */
  String text();

  /**
   * Returns the parameters that were estimated.
   *
   * @return values by the name they have in the literature, such as {@code alpha}, in a fixed order
   */
  Map<String, Double> parameters();

  /**
   * Returns what the method would have forecast one step before each value of the fit.
   *
   * @return shape {@code [values.length]}, a copy; NaN where the method needed the value to start
   */
  double[] fitted();

  /**
   * Forecasts the steps after the last value.
   *
   * @param steps at least 1
   * @return point forecasts, shape {@code [steps]}, finite; not cut at zero
   * @throws io.synkro.predict.InvalidInputException if {@code steps} is below 1
   */
  double[] forecast(int steps);

  /**
   * Goes on with newer values and the same parameters, which costs no more than the values
   * themselves. {@link #fitted()} remains that of the fit.
   *
   * @param newer the values after the last one, the oldest first; NaN for one that was not
   *     observed, over which the method goes on as it had forecast
   * @return the method as it stands after them
   * @throws io.synkro.predict.InvalidInputException if a value is infinite or beyond 1e15
   */
  UnivariateFit after(double... newer);
}
