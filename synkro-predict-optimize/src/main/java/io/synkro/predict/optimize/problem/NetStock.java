package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.Arrays;

/**
 * What becomes of the stock of a line if nothing is ordered, and what it may become. Immutable.
 * Values that are the same in all periods, as they are for most lines, take no memory.
 */
final class NetStock {
  private static final double[] SAME = {};

  private final SeriesId id;
  private final double[] demand;
  private final double[] withoutOrders;
  private final double[] afterSending;
  private final double[] least;
  private final double[] most;

  /** What comes and goes, and what must be left, by period. */
  static final class Flows {
    final double[] demand;
    final double[] arrivals;
    final double[] withheld;
    final double[] least;

    Flows(double[] demand) {
      this.demand = demand.clone();
      this.arrivals = new double[demand.length];
      this.withheld = new double[demand.length];
      this.least = new double[demand.length];
      Arrays.fill(least, Double.NEGATIVE_INFINITY);
    }
  }

  NetStock(SeriesId id, double initial, Flows flows, int shelfLife) {
    this.id = id;
    this.demand = flows.demand;
    this.withoutOrders = new double[demand.length];
    double stock = initial;
    for (int t = 0; t < withoutOrders.length; t++) {
      stock += flows.arrivals[t] - demand[t];
      withoutOrders[t] = Require.finite("stock of %s after period %d".formatted(id, t), stock, "");
    }
    this.least = unlessAll(flows.least, Double.NEGATIVE_INFINITY);
    double[] sold = ShelfLife.most(demand, shelfLife, withoutOrders);
    this.most = unlessAll(sold, Double.POSITIVE_INFINITY);
    this.afterSending = less(demand, flows.withheld);
  }

  private NetStock(NetStock other, double[] least) {
    this.id = other.id;
    this.demand = other.demand;
    this.withoutOrders = other.withoutOrders;
    this.afterSending = other.afterSending;
    this.least = least;
    this.most = other.most;
  }

  NetStock withLeast(double[] units) {
    Require.that(
        units.length == periods(),
        "periods of minimumStock of " + id,
        units.length,
        "must be those of the line, " + periods(),
        "");
    for (double each : units) {
      Require.that(
          each < Double.POSITIVE_INFINITY,
          "minimumStock of " + id,
          each,
          "must be finite, or negative infinity for none",
          "");
    }
    return new NetStock(this, units.clone());
  }

  private static double[] unlessAll(double[] values, double common) {
    return Arrays.stream(values).allMatch(value -> value == common) ? SAME : values.clone();
  }

  private static double at(int period, double[] values, double common) {
    return values.length == 0 ? common : values[period];
  }

  private static double[] less(double[] demand, double[] withheld) {
    if (unlessAll(withheld, 0).length == 0) {
      return demand;
    }
    double[] less = demand.clone();
    Arrays.setAll(less, t -> demand[t] - withheld[t]);
    return less;
  }

  int periods() {
    return demand.length;
  }

  double demand(int period) {
    return demand[period];
  }

  double withoutOrders(int period) {
    return withoutOrders[period];
  }

  double afterSending(int period) {
    return afterSending[period];
  }

  double least(int period) {
    return at(period, least, Double.NEGATIVE_INFINITY);
  }

  double most(int period) {
    return at(period, most, Double.POSITIVE_INFINITY);
  }
}
