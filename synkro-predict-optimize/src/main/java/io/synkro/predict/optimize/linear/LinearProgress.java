package io.synkro.predict.optimize.linear;

/**
 * Where a search stands.
 *
 * @param seconds wall-clock time since its start
 * @param incumbent objective of the best point so far; infinite if there is none
 * @param lowerBound what no point is below; negative infinity if nothing is proven
 * @param nodes nodes of the tree that were looked at
 */
public record LinearProgress(double seconds, double incumbent, double lowerBound, long nodes) {}
