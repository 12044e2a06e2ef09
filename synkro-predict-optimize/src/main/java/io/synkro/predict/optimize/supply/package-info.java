/**
 * Supply that cannot be relied on: suppliers that are down for a while, and orders that bring more
 * or less than was ordered. Uses {@code distribution}, {@code lotsize} and {@code newsvendor}.
 */
@NullMarked
package io.synkro.predict.optimize.supply;

import org.jspecify.annotations.NullMarked;
