package io.synkro.predict.optimize;

import io.synkro.predict.optimize.engine.PlanStatus;

/**
 * How good a plan is, as far as it is proven.
 *
 * @param status how the search ended
 * @param objective expected cost of the plan over all periods: the lines' costs and the price of
 *     exceeded elastic limits
 * @param lowerBound what every plan costs at least; negative infinity if nothing is proven
 * @param gap how much cheaper another plan can be at most, as a share of the objective; positive
 *     infinity if nothing is proven
 * @param controllableGap the same as a share of what a planner can do something about: all but
 *     purchases net of the terminal credit
 * @param unlimited the least cost if nothing were limited; the difference is what limits cost
 */
public record PlanProof(
    PlanStatus status,
    double objective,
    double lowerBound,
    double gap,
    double controllableGap,
    double unlimited) {}
