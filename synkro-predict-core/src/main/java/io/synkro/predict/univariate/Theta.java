package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.ClassicalSeason;
import io.synkro.predict.univariate.internal.Inputs;
import io.synkro.predict.univariate.internal.SeasonalTest;
import io.synkro.predict.univariate.internal.ThetaParameters;
import io.synkro.predict.univariate.internal.ThetaSearch;

/**
 * The Theta methods: the series without its season is split into lines of less and more curvature,
 * which are forecast apart and put together. A season is taken off, by the classical decomposition,
 * if the autocorrelation at its lag is significant; it multiplies unless a value is not positive.
 * Sources: Assimakopoulos &amp; Nikolopoulos (2000), <a
 * href="https://doi.org/10.1016/S0169-2070(00)00066-2">doi:10.1016/S0169-2070(00)00066-2</a>;
 * Fiorucci et al. (2016), <a
 * href="https://doi.org/10.1016/j.ijforecast.2016.02.005">doi:10.1016/j.ijforecast.2016.02.005</a>.
 *
 * <p>Series of fewer than 7 values are fitted by the standard method, of fewer than 4 by their
 * mean. Immutable; safe for use by many threads.
 */
public final class Theta implements UnivariateMethod {
  private static final int LEAST = 4;
  private static final int LEAST_OPTIMISED = 7;

  private enum Model {
    STANDARD("Theta", "Standard Theta"),
    OPTIMISED("OTM", "Optimised Theta"),
    DYNAMIC_STANDARD("DSTM", "Dynamic Standard Theta"),
    DYNAMIC_OPTIMISED("DOTM", "Dynamic Optimised Theta");

    private final String symbol;
    private final String text;

    Model(String symbol, String text) {
      this.symbol = symbol;
      this.text = text;
    }

    private ThetaParameters estimate(double[] values) {
      return this == STANDARD
          ? ThetaSearch.standard(values)
          : ThetaSearch.models(values, this != OPTIMISED, this != DYNAMIC_STANDARD);
    }
  }

  private final Model model;

  private Theta(Model model) {
    this.model = model;
  }

  /**
   * Returns the method that won the M3 competition: simple exponential smoothing with half the
   * slope of the series as drift (Hyndman &amp; Billah 2003, <a
   * href="https://doi.org/10.1016/S0169-2070(01)00143-1">doi:10.1016/S0169-2070(01)00143-1</a>).
   *
   * @return the standard method, theta = 2
   */
  public static Theta standard() {
    return new Theta(Model.STANDARD);
  }

  /**
   * Returns the method that estimates theta.
   *
   * @return the Optimised Theta Model (OTM)
   */
  public static Theta optimised() {
    return new Theta(Model.OPTIMISED);
  }

  /**
   * Returns the method whose line is at each step the one through the values so far.
   *
   * @return the Dynamic Standard Theta Model (DSTM), theta = 2
   */
  public static Theta dynamicStandard() {
    return new Theta(Model.DYNAMIC_STANDARD);
  }

  /**
   * Returns the method that estimates theta, with the line through the values so far; the most
   * accurate of the four on the M3 series (Fiorucci et al. 2016, table 3).
   *
   * @return the Dynamic Optimised Theta Model (DOTM)
   */
  public static Theta dynamicOptimised() {
    return new Theta(Model.DYNAMIC_OPTIMISED);
  }

  /** {@inheritDoc} */
  @Override
  public String name() {
    return model.text;
  }

  /** {@inheritDoc} */
  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    ClassicalSeason seasonal =
        SeasonalTest.isSeasonal(values, season)
            ? ClassicalSeason.multiplicative(values, season)
            : ClassicalSeason.none();
    double[] adjusted = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      adjusted[t] = seasonal.remove(values[t], t);
    }
    Model used = values.length < LEAST_OPTIMISED ? Model.STANDARD : model;
    if (values.length < LEAST) {
      return new MeanFit(values);
    }
    String text = "%s, %s".formatted(used.symbol, seasonal.text());
    return new ThetaFit(text, used.estimate(adjusted), seasonal, adjusted);
  }
}
