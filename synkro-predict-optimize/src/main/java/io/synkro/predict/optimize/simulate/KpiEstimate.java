package io.synkro.predict.optimize.simulate;

/**
 * A figure with the interval that other products of the same kind could have given.
 *
 * @param value of the products simulated; NaN if there is nothing to divide by
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record KpiEstimate(double value, double low, double high) {}
