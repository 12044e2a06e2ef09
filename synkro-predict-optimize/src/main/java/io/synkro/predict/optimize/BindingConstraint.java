package io.synkro.predict.optimize;

/**
 * A limit that kept a plan from ordering all that was wanted.
 *
 * @param name such as "budget" or "space of W1"
 * @param limit what there is: money, or cubic metres that stock and open orders leave free
 * @param used what the plan takes of it
 * @param wanted what the plan would take without the limit
 * @param marginalValue expected margin saved by the next unit of money or cubic metre, zero or more
 */
public record BindingConstraint(
    String name, double limit, double used, double wanted, double marginalValue) {}
