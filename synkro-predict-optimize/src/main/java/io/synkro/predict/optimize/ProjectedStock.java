package io.synkro.predict.optimize;

import java.time.LocalDate;

/**
 * Stock to expect of a line when it is lowest in a period: at the end of the day before the order
 * of the next period would arrive.
 *
 * @param day the day
 * @param units net stock if demand is as forecast; below zero if units are owed
 * @param floor stock that the service level asks for on that day; {@code NaN} if no order or
 *     transfer can arrive before it any more
 */
public record ProjectedStock(LocalDate day, double units, double floor) {}
