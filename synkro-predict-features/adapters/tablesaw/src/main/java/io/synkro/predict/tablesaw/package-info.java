/**
 * Panels, feature tables and feature batches from and to tables of tablesaw, for notebooks and
 * files at the edges. Nothing on the way to a prediction uses it. Start at {@code Tables}. Uses
 * {@code series}, {@code tabular} and {@code features.view}.
 */
@NullMarked
package io.synkro.predict.tablesaw;

import org.jspecify.annotations.NullMarked;
