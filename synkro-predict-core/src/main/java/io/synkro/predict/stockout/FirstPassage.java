package io.synkro.predict.stockout;

import io.synkro.predict.forecast.DemandAhead;

/**
 * When cumulative demand first exceeds what there is. With receipts fixed, the probability that it
 * has done so by a day is the largest, over the days so far, of the probability that the demand
 * through that day exceeds stock plus receipts through that day: exact while no receipt arrives and
 * a lower bound across receipts. Lost units likewise, since units lost so far are the largest
 * shortfall so far (Harrison 1985, Brownian Motion and Stochastic Flow Systems, section 2.2). Over
 * the ways in which receipts may come, results are averaged.
 */
final class FirstPassage {
  private final double[] probability;
  private double beforeNextReceipt;
  private double beforeNewOrder;
  private double lostUnits;

  private FirstPassage(int days) {
    this.probability = new double[days];
  }

  static FirstPassage of(DemandAhead demand, double available, ReceiptSchedule receipts, int days) {
    CumulativeDemand[] through = new CumulativeDemand[days + 1];
    for (int d = 1; d <= days; d++) {
      through[d] = new CumulativeDemand(demand.meanOver(d), demand.sdOver(d));
    }
    FirstPassage result = new FirstPassage(days);
    for (ReceiptSchedule.Scenario scenario : receipts.scenarios()) {
      result.add(scenario, through, available, receipts);
    }
    for (int d = 0; d < days; d++) { // weights add up to 1 only within rounding
      result.probability[d] = Math.min(1, result.probability[d]);
    }
    return result;
  }

  private void add(
      ReceiptSchedule.Scenario scenario,
      CumulativeDemand[] through,
      double available,
      ReceiptSchedule receipts) {
    int days = probability.length;
    double[] arrived = receipts.arrivedBy(days, scenario);
    int nextReceipt = receipts.nextReceiptDay(scenario);
    int newOrder = receipts.newOrderDay(scenario);
    double most = 0;
    double lost = 0;
    for (int d = 1; d <= days; d++) {
      // owed units are served first, so that stock below zero serves nobody
      double stock = Math.max(0, available + arrived[d]);
      CumulativeDemand.Shortfall shortfall = through[d].beyond(stock);
      most = Math.max(most, shortfall.probability());
      lost = Math.max(lost, shortfall.units());
      probability[d - 1] += scenario.weight() * most;
      if (d == Math.min(days, nextReceipt - 1)) {
        beforeNextReceipt += scenario.weight() * most;
      }
      if (d == Math.min(days, newOrder - 1)) {
        beforeNewOrder += scenario.weight() * most;
      }
    }
    lostUnits += scenario.weight() * lost;
  }

  TimeUntilStockout time() {
    return new TimeUntilStockout(probability);
  }

  StockoutOdds odds() {
    return new StockoutOdds(
        probability[probability.length - 1],
        Math.min(1, beforeNextReceipt),
        Math.min(1, beforeNewOrder));
  }

  double lostUnits() {
    return lostUnits;
  }
}
