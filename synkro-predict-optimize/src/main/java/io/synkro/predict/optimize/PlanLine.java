package io.synkro.predict.optimize;

import io.synkro.predict.optimize.policy.ProtectionDemand;
import io.synkro.predict.optimize.policy.ServiceReached;
import io.synkro.predict.optimize.policy.StockLevels;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.stockout.NextReceipt;

/**
 * The plan of one item.
 *
 * @param id product and warehouse
 * @param demand demand over lead time and review
 * @param levels safety stock, reorder point and order-up-to level
 * @param order what to order now
 * @param service service to expect after that order, until the next one can arrive
 * @param holdingCostPerYear mean stock under the policy times the cost of holding it
 * @param nextReceipt the next goods that arrive: the planned order, if no open one comes earlier
 * @param urgency what the item needs
 */
public record PlanLine(
    SeriesId id,
    ProtectionDemand demand,
    StockLevels levels,
    PlannedOrder order,
    ServiceReached service,
    double holdingCostPerYear,
    NextReceipt nextReceipt,
    Urgency urgency) {}
