/** What several packages of this module need and nobody else. */
@NullMarked
package io.synkro.predict.optimize.internal;

import org.jspecify.annotations.NullMarked;
