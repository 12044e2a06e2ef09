package io.synkro.predict.optimize.engine;

/**
 * What an engine can do.
 *
 * @param provesBounds whether its lower bounds are proven
 * @param provesInfeasibility whether it can prove that no plan exists
 * @param usesPrices whether a warm start from prices helps it
 * @param mostLines how many lines it is made for
 */
public record EngineCapabilities(
    boolean provesBounds, boolean provesInfeasibility, boolean usesPrices, int mostLines) {}
