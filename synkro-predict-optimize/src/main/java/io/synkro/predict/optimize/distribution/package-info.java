/**
 * Distributions of demand over some time, with the loss functions that inventory models are made
 * of.
 */
@NullMarked
package io.synkro.predict.optimize.distribution;

import org.jspecify.annotations.NullMarked;
