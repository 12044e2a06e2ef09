package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;
import java.util.SplittableRandom;

/**
 * The moving state of one simulation; a period allocates nothing. Receipts that are due wait in a
 * ring of one place a period, as long as the longest lead time.
 */
final class Shelf implements StockView {
  private final DemandReplay replay;
  private final ReplenishmentTerms terms;
  private final LeadTimes leadTimes;
  private final double[] due;
  private final boolean backorders;
  private int now;
  private int lastArrival;
  private int lastReceipt;
  private double onHand;
  private double onOrder;
  private double waiting;

  private double opening;
  private double ordered;
  private double received;
  private double demand;
  private double fromShelf;
  private double fromBackorders;
  private double lost;
  private double stockPeriods;
  private int orders;
  private int shortPeriods;
  private int readyPeriods;
  private int cycles;
  private int shortCycles;
  private boolean shortNow;

  Shelf(DemandReplay replay, ReplenishmentTerms terms, SplittableRandom random) {
    this.replay = replay;
    this.terms = terms;
    this.leadTimes = new LeadTimes(terms.leadTime(), random);
    this.due = new double[leadTimes.longest() + 1];
    this.backorders = terms.shortage() == Shortage.BACKORDERS;
    this.now = replay.start();
    this.lastReceipt = now;
  }

  Shelf simulate(ReplenishmentPolicy policy) {
    opening = replay.opening();
    if (Double.isNaN(opening)) {
      opening = terms.orderable(asked(policy), 0);
    }
    onHand = opening;
    long review = replay.start();
    int slot = 0;
    for (; now < replay.end(); now++) {
      if (due[slot] > 0) {
        receive(due[slot]);
        onOrder = Math.max(0, onOrder - due[slot]);
        due[slot] = 0;
      }
      if (now == review) {
        order(asked(policy), slot);
        review += terms.review();
      }
      serve(replay.at(now));
      slot = slot + 1 == due.length ? 0 : slot + 1;
    }
    return this;
  }

  private double asked(ReplenishmentPolicy policy) {
    double asked = policy.order(this);
    if (!(asked < Double.POSITIVE_INFINITY)) {
      Require.that(false, "order", asked, "must be a finite number", "mend the policy");
    }
    return asked;
  }

  private void order(double asked, int slot) {
    double units = terms.orderable(asked, position());
    if (units == 0) {
      return;
    }
    orders++;
    ordered += units;
    int arrival = now + leadTimes.next();
    if (!terms.ordersMayCross()) {
      arrival = Math.max(arrival, lastArrival);
      lastArrival = arrival;
    }
    if (arrival == now) {
      receive(units);
    } else {
      onOrder += units;
      due[(slot + arrival - now) % due.length] += units;
    }
  }

  private void receive(double units) {
    received += units;
    onHand += units;
    if (lastReceipt < now) { // two receipts of one period end one cycle
      cycles++;
      shortCycles += shortNow ? 1 : 0;
      shortNow = false;
      lastReceipt = now;
    }
    if (waiting > 0) {
      double late = Math.min(onHand, waiting);
      waiting -= late;
      onHand -= late;
      fromBackorders += late;
    }
  }

  private void serve(double wanted) {
    double served = Math.min(onHand, wanted);
    onHand -= served;
    demand += wanted;
    fromShelf += served;
    if (served < wanted) {
      shortPeriods++;
      shortNow = true;
      if (backorders) {
        waiting += wanted - served;
      } else {
        lost += wanted - served;
      }
    }
    stockPeriods += onHand;
    readyPeriods += onHand > 0 ? 1 : 0;
  }

  StockRun result(SimulationCosts costs) {
    UnitFlow units =
        new UnitFlow(
            opening, ordered, received, demand, fromShelf, fromBackorders, lost, waiting, onHand);
    return new StockRun(
        replay.periods(),
        units,
        shortPeriods,
        readyPeriods,
        cycles,
        shortCycles,
        stockPeriods,
        orders,
        costs);
  }

  @Override
  public int pastPeriods() {
    return now;
  }

  @Override
  public int simulatedPeriods() {
    return now - replay.start();
  }

  @Override
  public double demand(int period) {
    return replay.at(Require.index("period", period, now));
  }

  @Override
  public double[] lastDemand(int most) {
    Require.atLeast("most", most, 0, "");
    return replay.copyOf(Math.max(0, now - most), now);
  }

  @Override
  public double onHand() {
    return onHand;
  }

  @Override
  public double onOrder() {
    return onOrder;
  }

  @Override
  public double backordered() {
    return waiting;
  }
}
