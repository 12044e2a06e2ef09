/**
 * Speed and accuracy, measured. Every command prints ours beside the reference and writes a file
 * below {@code benchmarks/results}; {@code ResultsPage} turns these files into RESULTS.md.
 */
@NullMarked
package io.synkro.predict.benchmarks;

import org.jspecify.annotations.NullMarked;
