package io.synkro.predict.demand;

import io.synkro.predict.series.SeriesId;
import java.time.LocalDateTime;

/**
 * A step whose demand is taken to be another number than its recorded sales.
 *
 * @param id product and warehouse
 * @param time when the step begins
 * @param reason why it was changed
 * @param sales recorded units; NaN if none were recorded
 * @param demand units that count as demand; NaN if it is not known
 */
public record DemandChange(
    SeriesId id, LocalDateTime time, ChangeReason reason, double sales, double demand) {}
