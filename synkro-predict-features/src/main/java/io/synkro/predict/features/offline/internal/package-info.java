/**
 * Rows of a view in the order in which they are searched: dictionary codes for keys, a stable sort
 * and the search for the row that was known. Start at {@code SortedRows}. For {@code offline} only.
 */
@NullMarked
package io.synkro.predict.features.offline.internal;

import org.jspecify.annotations.NullMarked;
