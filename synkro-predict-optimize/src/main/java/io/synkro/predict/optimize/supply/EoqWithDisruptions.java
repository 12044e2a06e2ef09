package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.internal.LeastLevel;
import io.synkro.predict.optimize.lotsize.EconomicOrderQuantity;
import io.synkro.predict.optimize.lotsize.LotSize;

/**
 * The economic order quantity if the supplier is down at times (EOQD): up for exponentially
 * distributed times with the rate λ, down for ones with the rate μ. Orders are placed when stock is
 * gone; demand while there is neither stock nor supplier is lost. Source: Berk &amp; Arreola-Risa
 * (1994), Note on "Future supply uncertainty in EOQ models", Naval Research Logistics 41; Snyder
 * &amp; Shen (2019), Fundamentals of Supply Chain Theory, 2nd edition, chapter 9.
 *
 * @param order fixed cost K of an order, holding cost h and demand rate d, which must be positive
 * @param stockoutCost cost p of a unit of demand that is lost, positive
 * @param supplier how often the supplier is down and for how long
 */
public record EoqWithDisruptions(
    EconomicOrderQuantity order, double stockoutCost, Supplier supplier) {
  /** {@inheritDoc} */
  public EoqWithDisruptions {
    Require.positive("stockoutCost", stockoutCost, "");
    Require.positive("demandRate", order.demandRate(), "");
  }

  /**
   * A supplier who is up and down in turn.
   *
   * @param disruptionRate disruptions in a unit of time while up, λ, positive
   * @param recoveryRate recoveries in a unit of time while down, μ, positive; the mean time down is
   *     1 / μ
   */
  public record Supplier(double disruptionRate, double recoveryRate) {
    /** {@inheritDoc} */
    public Supplier {
      Require.positive("disruption rate", disruptionRate, "use EconomicOrderQuantity");
      Require.positive("recovery rate", recoveryRate, "");
    }

    private double both() {
      return disruptionRate + recoveryRate;
    }
  }

  /**
   * Returns the expected cost of an order quantity, (K + h Q² / 2d + p d ψ / μ) / (Q / d + ψ / μ)
   * with the probability ψ of the supplier being down when stock runs out. Source: Snyder &amp;
   * Shen (2019), equation 9.5.
   *
   * @param quantity units Q to order, positive
   * @return cost per unit of time
   */
  public double costOf(double quantity) {
    Require.positive("quantity", quantity, "");
    return cost(quantity, down(quantity));
  }

  /**
   * Returns the cost of an order quantity if the supplier's state when stock runs out is taken as
   * that in the long run, ψ = λ / (λ + μ). Source: Snyder (2014), A tight approximation for a
   * continuous-review inventory model with supplier disruptions, International Journal of
   * Production Economics 155.
   *
   * @param quantity units Q to order, positive
   * @return cost per unit of time
   */
  public double approximateCostOf(double quantity) {
    Require.positive("quantity", quantity, "");
    return cost(quantity, downInTheLongRun());
  }

  /**
   * Returns the quantity of least approximate cost, which is h times it. Source: the same.
   *
   * @return units to order and approximate cost per unit of time
   */
  public LotSize approximateOptimum() {
    double psi = downInTheLongRun() / supplier.recoveryRate();
    double h = order.holdingCost();
    double lost = psi * order.demandRate();
    // the positive root of h Q² / 2 + h lost Q − d (K + p lost), free of cancellation
    double product = 2 * order.demandRate() * (order.fixedCost() + stockoutCost * lost) / h;
    double quantity = product / (Math.sqrt(lost * lost + product) + lost);
    return new LotSize(quantity, h * quantity);
  }

  /**
   * Returns the quantity of least cost, where the slope of the cost turns from falling to rising.
   *
   * @return units to order and cost per unit of time
   */
  public LotSize optimum() {
    double low = approximateOptimum().quantity();
    while (slope(low) >= 0 && low > Double.MIN_NORMAL) {
      low /= 2;
    }
    double high = 2 * low;
    while (slope(high) < 0) {
      high *= 2;
    }
    double best = LeastLevel.between(low, high, false, quantity -> slope(quantity) >= 0);
    return new LotSize(best, costOf(best));
  }

  private double cost(double quantity, double psi) {
    return cycleCost(quantity, psi) / cycleTime(quantity, psi);
  }

  private double cycleCost(double quantity, double psi) {
    return order.fixedCost()
        + order.holdingCost() * quantity * quantity / (2 * order.demandRate())
        + stockoutCost * order.demandRate() * psi / supplier.recoveryRate();
  }

  private double cycleTime(double quantity, double psi) {
    return quantity / order.demandRate() + psi / supplier.recoveryRate();
  }

  /** Returns the derivative of the cost times a positive number. */
  private double slope(double quantity) {
    double psi = down(quantity);
    double change =
        supplier.disruptionRate()
            / order.demandRate()
            * Math.exp(-supplier.both() * quantity / order.demandRate());
    double moreCost =
        order.holdingCost() * quantity / order.demandRate()
            + stockoutCost * order.demandRate() * change / supplier.recoveryRate();
    double moreTime = 1 / order.demandRate() + change / supplier.recoveryRate();
    return moreCost * cycleTime(quantity, psi) - cycleCost(quantity, psi) * moreTime;
  }

  private double down(double quantity) {
    return -downInTheLongRun() * Math.expm1(-supplier.both() * quantity / order.demandRate());
  }

  private double downInTheLongRun() {
    return supplier.disruptionRate() / supplier.both();
  }
}
