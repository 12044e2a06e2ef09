/** How features are computed; for the packages of this module alone. */
@NullMarked
package io.synkro.predict.features.internal;

import org.jspecify.annotations.NullMarked;
