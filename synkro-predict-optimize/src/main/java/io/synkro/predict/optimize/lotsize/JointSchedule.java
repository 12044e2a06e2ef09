package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * A cyclic schedule of joint orders.
 *
 * @param cycle time between two orders, in the unit of time of the rates, positive
 * @param multiples product n is part of every {@code multiples.get(n)}-th order, each 1 or more
 * @param quantities units of product n in each of its orders, zero or more
 * @param cost cost per unit of time, zero or more
 */
public record JointSchedule(
    double cycle, List<Integer> multiples, List<Double> quantities, double cost) {
  /** {@inheritDoc} */
  public JointSchedule {
    Require.positive("cycle", cycle, "");
    multiples = List.copyOf(multiples);
    quantities = List.copyOf(quantities);
    multiples.forEach(multiple -> Require.atLeast("multiple", multiple, 1, ""));
    quantities.forEach(quantity -> Require.nonNegative("quantity", quantity, ""));
    Require.that(
        multiples.size() == quantities.size(),
        "quantities",
        quantities.size(),
        "must be as many as the multiples, " + multiples.size(),
        "");
    Require.nonNegative("cost", cost, "");
  }
}
