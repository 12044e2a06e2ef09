/** Recursions, optimisers and decompositions behind the methods. */
@NullMarked
package io.synkro.predict.univariate.internal;

import org.jspecify.annotations.NullMarked;
