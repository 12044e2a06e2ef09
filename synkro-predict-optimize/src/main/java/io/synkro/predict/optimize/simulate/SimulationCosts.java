package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;

/**
 * Money of a product in a warehouse, by period of the simulation.
 *
 * @param holding cost of a unit that is on hand at the end of a period, zero or more
 * @param order cost of an order whatever its size, zero or more
 * @param shortage cost of a unit that is not served from the shelf when it is demanded, zero or
 *     more; of a backorder it is charged once, not by the period
 */
public record SimulationCosts(double holding, double order, double shortage) {
  /** Nothing costs anything: only units are reported. */
  public static final SimulationCosts NONE = new SimulationCosts(0, 0, 0);

  /** {@inheritDoc} */
  public SimulationCosts {
    Require.nonNegative("holding", holding, "");
    Require.nonNegative("order", order, "");
    Require.nonNegative("shortage", shortage, "");
  }
}
