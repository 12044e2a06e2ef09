package io.synkro.predict.optimize;

import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.optimize.policy.ProtectionDemand;
import io.synkro.predict.optimize.policy.ServiceReached;
import io.synkro.predict.optimize.policy.StockLevels;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.stockout.NextReceipt;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A line whose number of packs is still to be decided; used by one thread within one plan. */
final class LineDraft {
  private static final double ROUNDING = 1e-9;
  private static final double MAX_PACKS = 1e12;

  private final StockItem item;
  private final LocalDate asOf;
  private final ProtectionDemand demand;
  private final StockLevels levels;
  private final long wantedPacks;
  private final long leastPacks;
  private final boolean late;
  private long packs;
  private double unitsShort;

  LineDraft(StockItem item, DemandAhead ahead, LocalDate asOf) {
    this.item = item;
    this.asOf = asOf;
    this.demand = ProtectionDemand.over(ahead, item.supply());
    this.levels = StockLevels.of(item, demand);
    this.leastPacks = Math.max(1, packsFor(item.supply().minimumOrder()));
    this.wantedPacks = wanted();
    this.late = runsOutBeforeArrival(ahead);
    this.unitsShort = demand.distribution().loss(positionAfter(0));
  }

  private long wanted() {
    double position = item.position().inventoryPosition();
    double missing = levels.orderUpTo() - position;
    return position > levels.reorderPoint() + ROUNDING || packsFor(missing) <= 0
        ? 0
        : Math.max(leastPacks, packsFor(missing));
  }

  private long packsFor(double units) {
    double whole = Math.ceil(units / item.supply().packSize() - ROUNDING);
    Require.that(
        whole <= MAX_PACKS,
        "packs to order of " + item.id(),
        whole,
        "must be at most " + MAX_PACKS,
        "give packSize, demand and minimumOrder in the same unit");
    return (long) whole;
  }

  private boolean runsOutBeforeArrival(DemandAhead ahead) {
    SupplyTerms supply = item.supply();
    LocalDate dayBefore = supply.arrivalOfOrder(asOf).minusDays(1);
    double arrived =
        item.position().openOrders().stream()
            .filter(order -> !supply.expectedArrival(order, asOf).isAfter(dayBefore))
            .mapToDouble(OpenOrder::quantity)
            .sum();
    double available = item.position().onHand() - item.position().backordered() + arrived;
    return ahead.meanOver((double) ChronoUnit.DAYS.between(asOf, dayBefore)) > available + ROUNDING;
  }

  SeriesId id() {
    return item.id();
  }

  long wantedPacks() {
    return wantedPacks;
  }

  /** Fewest packs of an order: one, or what the minimum order takes. */
  long leastPacks() {
    return leastPacks;
  }

  long packs() {
    return packs;
  }

  void order(long number) {
    this.packs = number;
    this.unitsShort = demand.distribution().loss(positionAfter(packs));
  }

  double costOfPack() {
    return item.supply().packSize() * item.costs().unitCost();
  }

  double volumeOfPack() {
    return item.supply().packSize() * item.unitVolume();
  }

  /** Expected units short that more packs on top of those ordered so far would avoid. */
  double unitsSavedBy(long more) {
    return unitsShort - demand.distribution().loss(positionAfter(packs + more));
  }

  /** Expected margin that a unit less short saves. */
  double unitMargin() {
    return item.costs().unitMargin();
  }

  private double positionAfter(long ordered) {
    return item.position().inventoryPosition() + ordered * item.supply().packSize();
  }

  PlanLine line() {
    SupplyTerms supply = item.supply();
    double quantity = packs * supply.packSize();
    PlannedOrder order =
        new PlannedOrder(
            supply.supplier(),
            asOf,
            supply.arrivalOfOrder(asOf),
            quantity,
            wantedPacks * supply.packSize(),
            quantity * item.costs().unitCost());
    return new PlanLine(
        item.id(),
        demand,
        levels,
        order,
        ServiceReached.at(positionAfter(packs), demand, levels.cycleDemand()),
        levels.meanStock() * item.costs().unitCost() * item.costs().holdingRatePerYear(),
        nextReceipt(order),
        urgency());
  }

  private NextReceipt nextReceipt(PlannedOrder order) {
    NextReceipt open = NextReceipt.of(item, asOf);
    boolean planned =
        open.kind() == NextReceipt.Kind.NEW_ORDER || order.arrival().isBefore(open.day());
    return planned && (order.quantity() > 0 || open.kind() == NextReceipt.Kind.NEW_ORDER)
        ? new NextReceipt(order.arrival(), order.quantity(), NextReceipt.Kind.NEW_ORDER)
        : open;
  }

  private Urgency urgency() {
    if (late) {
      return Urgency.EXPEDITE;
    }
    return wantedPacks > 0 ? Urgency.ORDER : Urgency.WAIT;
  }
}
