package io.synkro.predict.optimize.echelon;

import io.synkro.predict.internal.Require;

/**
 * A stage supplies another.
 *
 * @param supplier name of the stage that supplies
 * @param customer name of the stage that is supplied
 * @param units units of the supplier's item in one unit of the customer's, positive
 */
public record Link(String supplier, String customer, double units) {
  /** {@inheritDoc} */
  public Link {
    Require.identifier("supplier", supplier);
    Require.identifier("customer", customer);
    Require.positive("units per unit from " + supplier + " to " + customer, units, "");
  }

  /**
   * Creates a link where one unit needs one unit.
   *
   * @param supplier name of the stage that supplies
   * @param customer name of the stage that is supplied
   * @return the link
   */
  public static Link of(String supplier, String customer) {
    return new Link(supplier, customer, 1);
  }
}
