/**
 * The planning problem: what to order for every product and warehouse in every period, under limits
 * that they share; the plan that answers it; and the check of that plan.
 *
 * <p>The definition is a mixed-integer linear model. For every line (a product in a warehouse),
 * period t and supply option k, with the whole number of packs n and the binary y of an order:
 *
 * <ul>
 *   <li>least total of purchases, order costs, transfers and the cost f of the stock I at the end
 *       of a period;
 *   <li>I(t) = I(t − 1) + arrivals(t) + pack Σ n(k, t − lead(k)) + received(t) − sent(t) −
 *       demand(t); a negative I is owed;
 *   <li>sent(t) ≤ max(0, I(t) + sent(t) + demand(t) − withheld(t)): what is on hand before demand,
 *       less what arrives only after goods are sent and what is sold before;
 *   <li>minimum packs · y ≤ n ≤ maximum packs · y, at the unit cost of the price break it reaches;
 *   <li>minimum stock(t) ≤ I(t) ≤ maximum stock(t);
 *   <li>of each shared limit: what all lines use of it is at most what there is, of elastic ones at
 *       a price.
 * </ul>
 */
@NullMarked
package io.synkro.predict.optimize.problem;

import org.jspecify.annotations.NullMarked;
