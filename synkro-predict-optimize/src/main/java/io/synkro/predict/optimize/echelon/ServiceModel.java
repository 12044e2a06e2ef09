package io.synkro.predict.optimize.echelon;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;

/**
 * The guaranteed-service model of a network in numbers: stage k quotes an outbound service time
 * S_k, receives within its inbound time SI_k, the longest of its suppliers' S_i and its outside
 * suppliers', and needs safety stock for its net lead time SI_k + T_k − S_k. Source: Graves &amp;
 * Willems (2000), section 3.
 */
final class ServiceModel {
  /** Beyond this many periods a table of all times of a stage would no longer fit. */
  private static final int MOST_PERIODS = 20_000;

  private final Topology network;
  private final double[] meanDemand;
  private final double[] bound;
  private final int[] slowest;
  private final double[] roots;

  ServiceModel(SupplyNetwork source) {
    network = Topology.of(source.stages(), source.links());
    meanDemand = new double[network.size()];
    bound = new double[network.size()];
    addDemand();
    slowest = slowest();
    int most = 0;
    for (int k = 0; k < network.size(); k++) {
      most = Math.max(most, inbound(k, slowest) + processing(k));
    }
    roots = new double[most + 1];
    for (int t = 0; t < roots.length; t++) {
      roots[t] = Math.sqrt(t);
    }
  }

  Topology network() {
    return network;
  }

  int size() {
    return network.size();
  }

  int processing(int stage) {
    return network.stage(stage).processingTime();
  }

  int outsideInbound(int stage) {
    return network.stage(stage).inboundServiceTime();
  }

  /** The longest outbound time its customers accept, if any are outside the network. */
  int promised(int stage) {
    EndDemand demand = network.stage(stage).endDemand();
    return demand.isPresent() ? demand.serviceTime() : Integer.MAX_VALUE;
  }

  /** The longest outbound time a stage can need: nobody before it or itself holds stock. */
  int slowest(int stage) {
    return slowest[stage];
  }

  /** Pairs of inbound and outbound times that a dynamic program looks at. */
  double pairsOfTimes() {
    double pairs = 0;
    for (int k = 0; k < size(); k++) {
      pairs += (slowest[k] + 1.0) * (inbound(k, slowest) + 1.0);
    }
    return pairs;
  }

  double meanDemand(int stage) {
    return meanDemand[stage];
  }

  /** Safety stock for a net lead time of one period. */
  double bound(int stage) {
    return bound[stage];
  }

  double safetyStock(int stage, int netLeadTime) {
    return bound[stage] * roots[netLeadTime];
  }

  /** Money a period for one period of net lead time; it grows with the root of the time. */
  double costFactor(int stage) {
    return network.stage(stage).holdingCost() * bound[stage];
  }

  double cost(int stage, int netLeadTime) {
    return costFactor(stage) * roots[netLeadTime];
  }

  /** Square roots of 0, 1, 2 ...; not to be written to. */
  double[] roots() {
    return roots;
  }

  /** When all inputs are there, given the outbound times of the suppliers. */
  int inbound(int stage, int[] outbound) {
    int latest = outsideInbound(stage);
    for (int e : network.linksTo(stage)) {
      latest = Math.max(latest, outbound[network.supplier(e)]);
    }
    return latest;
  }

  /** Cost of all stages, whose net lead times must not be negative. */
  double cost(int[] outbound) {
    double sum = 0;
    for (int k = 0; k < size(); k++) {
      sum += cost(k, inbound(k, outbound) + processing(k) - outbound[k]);
    }
    return sum;
  }

  /**
   * A unit of end demand needs φ units of an item upstream, summed over all ways to it, in the same
   * period: their standard deviations add up along ways, their variances over end stages.
   */
  private void addDemand() {
    double[] variance = new double[size()];
    for (int end = 0; end < size(); end++) {
      EndDemand demand = network.stage(end).endDemand();
      if (demand.isPresent()) {
        double[] units = unitsPerUnitOf(end);
        for (int k = 0; k < size(); k++) {
          meanDemand[k] += units[k] * demand.mean();
          variance[k] += units[k] * demand.sd() * (units[k] * demand.sd());
        }
      }
    }
    for (int k = 0; k < size(); k++) {
      bound[k] = network.stage(k).safetyFactor() * Math.sqrt(variance[k]);
      Require.that(
          Double.isFinite(meanDemand[k] * MOST_PERIODS) && Double.isFinite(costFactor(k)),
          "demand at stage " + network.stage(k).name(),
          meanDemand[k] + " +- " + Math.sqrt(variance[k]),
          "must be a number that can be multiplied by times and costs",
          "look for too many units per unit");
    }
  }

  private double[] unitsPerUnitOf(int end) {
    double[] units = new double[size()];
    units[end] = 1;
    int[] order = network.order();
    for (int i = order.length - 1; i >= 0; i--) {
      int k = order[i];
      for (int e : network.linksFrom(k)) {
        units[k] += network.units(e) * units[network.customer(e)];
      }
    }
    return units;
  }

  private int[] slowest() {
    int[] times = new int[size()];
    for (int k : network.order()) {
      long longest = (long) inbound(k, times) + processing(k);
      if (longest > MOST_PERIODS) {
        throw new InvalidInputException(
            "time to replenish stage " + network.stage(k).name(),
            Long.toString(longest),
            "must be at most " + MOST_PERIODS + " periods",
            "count in longer periods");
      }
      times[k] = (int) Math.min(longest, promised(k));
    }
    return times;
  }
}
