package io.synkro.predict.optimize;

import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.policy.ServiceReached;
import io.synkro.predict.optimize.problem.StockCost;
import java.util.Arrays;

/**
 * How far demand can be from its forecast when a line's stock is looked at, and what is then held
 * or short. The plan is made again in every period, so an order is exposed to the errors of its
 * lead time and a period; they are as large a share of the mean in later periods as they are now.
 */
final class LineErrors {
  private static final double LEAST_RATIO = 1e-9;
  private static final double ROUNDING = 1e-9;

  private final LinePolicy policy;
  private final double windowMean;
  private final double[] ratios;
  private final StockCost held;
  private final StockCost missed;

  LineErrors(LinePolicy policy, LineTimes times, DemandAhead ahead) {
    this.policy = policy;
    this.windowMean = ahead.meanOver(times.leadDays() + times.calendar().days());
    this.held = StockCost.expected(1, 0, policy.ofProtection());
    this.missed = StockCost.expected(0, 1, policy.ofProtection());
    this.ratios = new double[times.calendar().periods()];
    double sd = policy.protection().sd();
    for (int t = 0; t < ratios.length; t++) {
      double size =
          t < times.leadPeriods() && sd > 0
              ? ahead.sdOver(times.end(t)) / sd
              : windowMean > 0 ? times.window(ahead, t) / windowMean : 0;
      ratios[t] = size > LEAST_RATIO ? size : 0;
    }
  }

  /** Returns the demand of a lead time and a period from now on. */
  double windowMean() {
    return windowMean;
  }

  /** Returns how large errors are in a period, as a multiple of those from now on. */
  double ratio(int period) {
    return ratios[period];
  }

  /** Returns the units on hand to expect where some stock is planned by mean demand. */
  double held(int period, double stock) {
    double ratio = ratios[period];
    return ratio == 0 ? Math.max(0, stock) : ratio * held.at(stock / ratio + windowMean);
  }

  /** Returns the units short to expect. */
  double missed(int period, double stock) {
    double ratio = ratios[period];
    return ratio == 0 ? Math.max(0, -stock) : ratio * missed.at(stock / ratio + windowMean);
  }

  /**
   * Money of a period.
   *
   * @param holding cost of a unit on hand
   * @param shortage cost of a unit short
   * @param fixed cost whatever the stock
   */
  record Rates(double holding, double shortage, double fixed) {}

  /**
   * Returns the cost of planned stock. Units short count up to some stock only, so that no more is
   * held than that which the service level asks for.
   *
   * @param enough stock from which on nothing is gained by less shortage; may be infinite
   */
  StockCost cost(int period, Rates rates, double enough) {
    double[] levels = corners(period, enough);
    double[] values = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      values[i] =
          rates.holding() * held(period, levels[i])
              + rates.shortage() * beyond(period, levels[i], enough)
              + rates.fixed();
    }
    return StockCost.of(levels, values, -rates.shortage(), rates.holding());
  }

  /** Returns the units short to expect beyond those that remain if stock is enough. */
  double beyond(int period, double stock, double enough) {
    return Double.isFinite(enough)
        ? missed(period, Math.min(stock, enough)) - missed(period, enough)
        : missed(period, stock);
  }

  private double[] corners(int period, double enough) {
    double ratio = ratios[period];
    double[] levels = new double[(ratio == 0 ? 1 : held.corners()) + 1];
    for (int i = 0; i < levels.length - 1; i++) {
      levels[i] = ratio == 0 ? 0 : (held.level(i) - windowMean) * ratio;
    }
    double spread = Math.abs(levels[levels.length - 2]) + Math.abs(levels[0]);
    for (int i = 0; i < levels.length - 1; i++) { // a corner that is all but there is not another
      levels[i] = Math.abs(levels[i] - enough) <= ROUNDING * spread ? enough : levels[i];
    }
    levels[levels.length - 1] = Double.isFinite(enough) ? enough : levels[0];
    return Arrays.stream(levels).sorted().distinct().toArray();
  }

  /** Returns what planned stock reaches before the next order arrives. */
  ServiceReached service(int period, double stock) {
    double ratio = ratios[period];
    if (ratio == 0) {
      return new ServiceReached(stock >= 0 ? 1 : 0, stock >= 0 ? 1 : 0, Math.max(0, -stock));
    }
    DemandDistribution demand = policy.ofProtection();
    double position = stock / ratio + windowMean;
    double unitsShort = Math.max(0, demand.loss(position) - policy.ofLead().loss(position));
    double ofCycle = demand.mean() - policy.ofLead().mean();
    double fillRate = ofCycle > 0 ? Math.max(0, 1 - unitsShort / ofCycle) : 1;
    return new ServiceReached(demand.cdf(position), fillRate, unitsShort * ratio);
  }
}
