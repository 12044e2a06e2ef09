package io.synkro.predict.benchmarks.optimize;

/**
 * What a reference engine answered.
 *
 * @param status 2 proven, 1 a plan, 0 none, -1 refused, -2 it calls the model infeasible
 * @param objective of its plan; not finite if it has none
 * @param bound that it claims; not finite if it has none
 * @param seconds that it took
 */
record ReferenceAnswer(int status, double objective, double bound, double seconds) {}
