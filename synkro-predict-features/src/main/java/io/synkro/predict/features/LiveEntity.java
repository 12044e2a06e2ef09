package io.synkro.predict.features;

/**
 * A series that reports.
 *
 * @param state its past, which is also its monitor
 * @param membership what it has in common with others
 */
record LiveEntity(LiveState state, Membership membership) {}
