/** Speed of reading files. Start at {@code CsvReadMeasure}. */
@NullMarked
package io.synkro.predict.benchmarks.csv;

import org.jspecify.annotations.NullMarked;
