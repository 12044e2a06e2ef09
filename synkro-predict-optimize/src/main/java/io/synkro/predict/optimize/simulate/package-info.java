/**
 * A simulator of stock under a policy: it replays demand, of the past or drawn, and reports the
 * service, the stock and the money it takes, beside a second policy. Start at {@code
 * InventorySimulator} for one product in one warehouse, at {@code PolicyReport} for many. Uses
 * core's {@code inventory} and the {@code distribution} of demand.
 */
@NullMarked
package io.synkro.predict.optimize.simulate;

import org.jspecify.annotations.NullMarked;
