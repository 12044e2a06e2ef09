/**
 * Distributions of demand over some time, with the loss functions that inventory models are made
 * of. Start at {@code DemandFit} for a mean and a standard deviation, at {@code ForecastDemand} for
 * a forecast, and at {@code LeadTimeDemand} for demand until the next delivery, and at {@code
 * DemandProcess} for any other stretch of time. Uses {@code forecast} and {@code inventory}.
 */
@NullMarked
package io.synkro.predict.optimize.distribution;

import org.jspecify.annotations.NullMarked;
