/**
 * Programs that answer a user's question. Start at {@code SalesToStockPlan}: from a sales file to a
 * stock plan, in one command.
 */
@NullMarked
package io.synkro.predict.examples;

import org.jspecify.annotations.NullMarked;
