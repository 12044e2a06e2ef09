package io.synkro.predict.stockout;

/**
 * What there is against the coming demand.
 *
 * @param available units on hand less units owed to customers; negative if more is owed
 * @param daysOfCover days that {@code available} lasts at the expected demand, zero if nothing is
 *     available, {@link Double#POSITIVE_INFINITY} without demand
 * @param nextReceipt the next goods that arrive, or could
 */
public record SupplyOutlook(double available, double daysOfCover, NextReceipt nextReceipt) {}
