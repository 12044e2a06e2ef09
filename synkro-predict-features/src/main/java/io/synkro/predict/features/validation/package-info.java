/**
 * What rows of a view must be like before a feature store writes them, what became of a batch, and
 * a folder for the rows that were set aside. Start at {@code Expectations} and {@code Quarantine}.
 * Uses {@code features.view} and {@code tabular}.
 */
@NullMarked
package io.synkro.predict.features.validation;

import org.jspecify.annotations.NullMarked;
