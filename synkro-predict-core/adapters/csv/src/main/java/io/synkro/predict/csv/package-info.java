/**
 * Reads sales history, stock positions and orders from CSV files, plain or gzipped, and refuses
 * what is wrong with file, line, column, value and reason. Start at {@code SalesCsv}. Uses {@code
 * series}, {@code inventory} and {@code orders} of core, and FastCSV.
 */
@NullMarked
package io.synkro.predict.csv;

import org.jspecify.annotations.NullMarked;
