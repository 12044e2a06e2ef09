/**
 * Measures of accuracy on plain arrays, each with its definition, its edge cases and its source.
 * Start at {@code Accuracy}. Uses nothing but the JDK.
 */
@NullMarked
package io.synkro.predict.evaluate;

import org.jspecify.annotations.NullMarked;
