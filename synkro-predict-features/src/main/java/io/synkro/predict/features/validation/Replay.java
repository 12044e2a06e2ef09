package io.synkro.predict.features.validation;

/**
 * What became of an entry that was replayed. Immutable.
 *
 * @param id the entry
 * @param released rows that the sink has accepted and that have left the quarantine
 * @param kept rows that still fail and stay, all if an expectation rejects them; if 0, the entry is
 *     gone
 * @param report what became of each expectation
 */
public record Replay(String id, int released, int kept, ValidationReport report) {}
