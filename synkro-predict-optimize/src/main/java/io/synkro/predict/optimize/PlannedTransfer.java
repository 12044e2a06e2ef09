package io.synkro.predict.optimize;

import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;

/**
 * What to move from one warehouse to another.
 *
 * @param from product and warehouse that sends
 * @param to the same product and the warehouse that receives
 * @param sent day at whose end the goods leave
 * @param arrival day on whose morning they are expected on the shelf
 * @param quantity units, whole packs, positive
 * @param value {@code quantity} times purchase price where they come from
 * @param cost of moving them
 */
public record PlannedTransfer(
    SeriesId from,
    SeriesId to,
    LocalDate sent,
    LocalDate arrival,
    double quantity,
    double value,
    double cost) {}
