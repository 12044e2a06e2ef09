package io.synkro.predict.features.stream;

import io.synkro.predict.series.SeriesId;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * What an event is about. Immutable.
 *
 * @param series the series
 * @param time when it happened, in the local time of the axis
 * @param knownAt when it was received; of two prices or stocks of one time the later one stands
 * @param id sets the event apart from all others of any series, so that it counts once even if it
 *     is delivered again; empty if it is never delivered twice
 */
public record EventStamp(SeriesId series, LocalDateTime time, Instant knownAt, String id) {}
