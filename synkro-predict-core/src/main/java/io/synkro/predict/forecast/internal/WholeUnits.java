package io.synkro.predict.forecast.internal;

/** Tells demand that comes in whole units from demand that is measured. Stateless. */
public final class WholeUnits {
  private WholeUnits() {}

  /**
   * Returns whether demand comes in whole units.
   *
   * @param values demand, NaN where missing
   * @return true if at least nine of ten observations are whole numbers; the others may be
   *     estimates of what could not be sold
   */
  public static boolean in(double[] values) {
    int observed = 0;
    int whole = 0;
    for (double value : values) {
      observed += Double.isNaN(value) ? 0 : 1;
      whole += value == Math.rint(value) ? 1 : 0;
    }
    return observed > 0 && 10L * whole >= 9L * observed;
  }
}
