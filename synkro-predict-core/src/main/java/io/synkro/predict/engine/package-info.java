/** Looks engines up by their stable names. Start at {@code Engines}. Uses {@code spi}. */
@NullMarked
package io.synkro.predict.engine;

import org.jspecify.annotations.NullMarked;
