package io.synkro.predict.examples.sample;

/**
 * What was written, and the truth behind it that no file tells.
 *
 * @param series pairs of product and warehouse
 * @param salesRows rows of sales with recorded units
 * @param plannedRows rows after the last day, with price, promotion and holiday only
 * @param orderLines lines of customers' orders
 * @param soldUnits units handed over, returns not subtracted
 * @param lostUnits units that customers wanted on days without enough stock
 * @param stockOutDays rows of sales on which the shelf was empty for some of the day
 * @param returnDays rows of sales with negative units
 * @param missingRows days inside a series without a row
 */
public record SampleSummary(
    int series,
    long salesRows,
    long plannedRows,
    long orderLines,
    long soldUnits,
    long lostUnits,
    long stockOutDays,
    long returnDays,
    long missingRows) {}
