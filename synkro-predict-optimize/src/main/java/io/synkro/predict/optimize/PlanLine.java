package io.synkro.predict.optimize;

import io.synkro.predict.optimize.policy.ProtectionDemand;
import io.synkro.predict.optimize.policy.ServiceReached;
import io.synkro.predict.optimize.policy.StockLevels;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.stockout.NextReceipt;
import java.util.List;

/**
 * The plan of one item.
 *
 * @param id product and warehouse
 * @param demand demand over lead time and the time between two orders
 * @param levels safety stock, reorder point and order-up-to level for the service level
 * @param order what to order today; its quantity may be zero
 * @param laterOrders what the plan orders after today, by day; it is planned again before then
 * @param transfers what it receives from other warehouses and sends to them, by day of sending
 * @param stock stock to expect in each period
 * @param service what the planned stock reaches over the periods that orders or transfers can still
 *     change
 * @param costs expected costs over all periods
 * @param step units in which orders were planned: a pack, or, of very large demand, so many packs
 *     that a step is below 0.2 % of what the line needs
 * @param nextReceipt the next goods that arrive: of the open and planned orders and transfers, the
 *     first
 * @param urgency what the item needs
 * @param abcClass how much of the demand's value it brings
 */
public record PlanLine(
    SeriesId id,
    ProtectionDemand demand,
    StockLevels levels,
    PlannedOrder order,
    List<PlannedOrder> laterOrders,
    List<PlannedTransfer> transfers,
    List<ProjectedStock> stock,
    ServiceReached service,
    LineCosts costs,
    double step,
    NextReceipt nextReceipt,
    Urgency urgency,
    AbcClass abcClass) {
  /** {@inheritDoc} */
  public PlanLine {
    laterOrders = List.copyOf(laterOrders);
    transfers = List.copyOf(transfers);
    stock = List.copyOf(stock);
  }
}
