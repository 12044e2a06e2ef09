/** Trees in columns and the kernels that score them. Belongs to {@code trees}. */
@NullMarked
package io.synkro.predict.trees.internal;

import org.jspecify.annotations.NullMarked;
