/** Sums over groups and the linear algebra of reconciliation; not part of the public API. */
@NullMarked
package io.synkro.predict.hierarchy.internal;

import org.jspecify.annotations.NullMarked;
