package io.synkro.predict.optimize.safety;

import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.policy.PeriodicService;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The levels of {@link PeriodicService#orderUpToForFillRate} for many targets of one small demand
 * in whole units: what is backordered in a cycle is tabulated level by level, as far as targets
 * need it. Not safe for use by many threads.
 */
final class CountLevels implements DoubleUnaryOperator {
  /** Up to this mean a table is faster than a search; above it losses would lose digits too. */
  private static final double MOST = 5_000;

  /** Closer to 1 the sums of the table round, and the search is used. */
  private static final double FINEST = 1e-9;

  private final PeriodicService service;
  private final double review;
  private double[] backordered = new double[64];
  private int size;
  private final Tail lead;
  private final Tail protection;

  private CountLevels(PeriodicService service) {
    this.service = service;
    this.lead = new Tail(service.leadTimeDemand());
    this.protection = new Tail(service.protectionDemand());
    this.review = protection.loss - lead.loss;
    add();
  }

  /** Returns the levels of a service by target, tabulated if demand is in few whole units. */
  static DoubleUnaryOperator of(PeriodicService service) {
    DemandDistribution demand = service.protectionDemand();
    return demand.isDiscrete() && demand.mean() + demand.sd() <= MOST
        ? new CountLevels(service)
        : service::orderUpToForFillRate;
  }

  @Override
  public double applyAsDouble(double target) {
    double allowed = (1 - target) * review;
    if (!(target > 0 && 1 - target >= FINEST)) {
      return service.orderUpToForFillRate(target);
    }
    while (backordered[size - 1] > allowed) {
      lead.step();
      protection.step();
      add();
    }
    int low = -1; // more is backordered at it
    int high = size - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (backordered[middle] > allowed) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private void add() {
    if (size == backordered.length) {
      backordered = Arrays.copyOf(backordered, 2 * size);
    }
    backordered[size++] = protection.loss - lead.loss;
  }

  /** The loss n(x) at whole x, which falls by P(X > x) to the next. */
  private static final class Tail {
    private final DemandDistribution demand;
    private double loss;
    private double upTo;
    private int at;

    Tail(DemandDistribution demand) {
      this.demand = demand;
      this.loss = demand.mean();
    }

    void step() {
      upTo += demand.probability(at++);
      loss = Math.max(0, loss - Math.max(0, 1 - upTo));
    }
  }
}
