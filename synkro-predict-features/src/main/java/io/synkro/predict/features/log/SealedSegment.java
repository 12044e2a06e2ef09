package io.synkro.predict.features.log;

import java.nio.file.Path;

/**
 * A part of a log that does not change any more. Immutable.
 *
 * @param file where its records are
 * @param firstSequence number of its first record
 * @param lastSequence number of its last record, at least {@code firstSequence}
 */
public record SealedSegment(Path file, long firstSequence, long lastSequence) {}
