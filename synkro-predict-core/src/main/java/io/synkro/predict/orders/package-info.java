/**
 * Customers' orders as values. Start at {@code OrderLines}, which holds millions of lines in
 * columns. Uses {@code series}.
 */
@NullMarked
package io.synkro.predict.orders;

import org.jspecify.annotations.NullMarked;
