package io.synkro.predict.optimize;

/**
 * What all lines of a plan have in common.
 *
 * @param calendar its periods
 * @param floor what is done about service levels
 * @param frozenPeriods how many of the first periods nothing can be ordered in
 * @param salesAreLost whether demand that meets an empty shelf is lost; otherwise it waits
 */
record PlanRules(
    PlanCalendar calendar, ServiceFloor floor, int frozenPeriods, boolean salesAreLost) {}
