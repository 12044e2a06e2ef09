package io.synkro.predict.csv;

import io.synkro.predict.series.SeriesPanel;

/**
 * A sales file that was read.
 *
 * @param panel its sales, series sorted by product and warehouse
 * @param report what became of every row
 */
public record SalesFile(SeriesPanel panel, ReadReport report) {}
