/**
 * Programs that answer a user's question. Start at {@code SalesToStockPlan}: from a sales file to a
 * stock plan, in one command. {@code BuildFeatures} goes from a sales file to a feature store and a
 * model that is served from it.
 */
@NullMarked
package io.synkro.predict.examples;

import org.jspecify.annotations.NullMarked;
