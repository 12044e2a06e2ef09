package io.synkro.predict.optimize;

import io.synkro.predict.inventory.SupplierId;
import java.time.LocalDate;

/**
 * What to order of an item on a day.
 *
 * @param supplier who delivers
 * @param placed day of the order
 * @param arrival day on which it is expected to arrive
 * @param quantity units to order, whole packs; zero if nothing is to be ordered
 * @param wanted units that the plan would order if nothing were limited
 * @param value {@code quantity} times purchase price
 */
public record PlannedOrder(
    SupplierId supplier,
    LocalDate placed,
    LocalDate arrival,
    double quantity,
    double wanted,
    double value) {}
