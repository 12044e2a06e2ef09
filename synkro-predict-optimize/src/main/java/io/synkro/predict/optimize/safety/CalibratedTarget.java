package io.synkro.predict.optimize.safety;

/**
 * The target to give a rule so that products together reach a fill rate.
 *
 * @param wanted the fill rate to be reached
 * @param target what to ask the rule for, above 0 and below 1
 * @param replayed the fill rate that this target reached in the replay, less half its standard
 *     error; NaN if nothing could be replayed, and {@code target} is then {@code wanted}
 * @param products how many products were replayed
 */
public record CalibratedTarget(double wanted, double target, double replayed, int products) {}
