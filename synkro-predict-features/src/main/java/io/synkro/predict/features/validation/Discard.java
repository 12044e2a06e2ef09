package io.synkro.predict.features.validation;

import java.time.Instant;

/**
 * That an entry was thrown away. Immutable.
 *
 * @param entry what was thrown away, without its rows
 * @param reason why
 * @param when when
 */
public record Discard(QuarantineEntry entry, String reason, Instant when) {}
