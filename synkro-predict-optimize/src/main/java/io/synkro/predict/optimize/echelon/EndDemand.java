package io.synkro.predict.optimize.echelon;

import io.synkro.predict.internal.Require;

/**
 * What customers outside the network demand from a stage, and how long they may be made to wait.
 *
 * @param mean expected demand, units a period, zero or more
 * @param sd standard deviation of the demand of one period, units, zero or more; the demands of
 *     different periods and of different stages are independent
 * @param serviceTime the longest time from a customer's order to its delivery, whole periods, zero
 *     or more; zero is delivery from stock
 */
public record EndDemand(double mean, double sd, int serviceTime) {
  /** No demand from outside the network: the stage serves other stages only. */
  public static final EndDemand NONE = new EndDemand(0, 0, 0);

  /** {@inheritDoc} */
  public EndDemand {
    Require.nonNegative("mean end demand", mean, "");
    Require.nonNegative("sd of the end demand", sd, "");
    Require.atLeast("service time", serviceTime, 0, "promise delivery from stock with 0");
  }

  /**
   * Returns whether there is any demand.
   *
   * @return false if both mean and standard deviation are zero
   */
  public boolean isPresent() {
    return mean > 0 || sd > 0;
  }
}
