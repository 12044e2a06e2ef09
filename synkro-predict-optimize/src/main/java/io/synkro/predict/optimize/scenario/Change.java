package io.synkro.predict.optimize.scenario;

import java.util.function.UnaryOperator;

/**
 * Something that is different; see {@link Changes} for the usual ones.
 *
 * @param inWords what is different, for people, such as "budget × 0.9"
 * @param of makes the changed snapshot; it must leave the given one as it is
 */
public record Change(String inWords, UnaryOperator<Snapshot> of) {}
