package io.synkro.predict.forecast.internal;

/** Tells demand that comes in whole units from demand that is measured. Stateless. */
public final class WholeUnits {
  private WholeUnits() {}

  /**
   * Returns whether all demand was in whole units.
   *
   * @param values demand, NaN where missing
   * @return false if a value has a fraction, or nothing was observed
   */
  public static boolean only(double[] values) {
    boolean any = false;
    for (double value : values) {
      if (!Double.isNaN(value) && value != Math.rint(value)) {
        return false;
      }
      any |= !Double.isNaN(value);
    }
    return any;
  }
}
