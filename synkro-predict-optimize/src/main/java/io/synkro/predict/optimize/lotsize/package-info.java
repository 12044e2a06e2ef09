/**
 * How much to order at a time when demand is known: the economic order quantity and its relatives
 * (planned backorders, production at a rate, quantity discounts, joint replenishment) for steady
 * demand, and Wagner-Whitin for demand that varies from period to period. Start at {@code
 * EconomicOrderQuantity} or {@code WagnerWhitin}. Time is in any one unit that all rates and costs
 * of a model share.
 */
@NullMarked
package io.synkro.predict.optimize.lotsize;

import org.jspecify.annotations.NullMarked;
