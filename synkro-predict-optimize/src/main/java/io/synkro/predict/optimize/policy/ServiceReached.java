package io.synkro.predict.optimize.policy;

/**
 * Service to expect over the protection period from an inventory position.
 *
 * @param cycle probability of no stock-out in the period, from 0 to 1
 * @param fillRate share of a replenishment cycle's demand that is served, from 0 to 1
 * @param unitsShort expected units that are not served, zero or more
 */
public record ServiceReached(double cycle, double fillRate, double unitsShort) {

  /**
   * Computes the service of a position.
   *
   * @param position inventory position after ordering, units, may be negative
   * @param demand demand over the protection period
   * @param cycleDemand mean demand of a replenishment cycle, units
   * @return the service
   */
  public static ServiceReached at(double position, ProtectionDemand demand, double cycleDemand) {
    double unitsShort = demand.distribution().loss(position);
    double fillRate =
        cycleDemand > 0 ? Math.max(0, 1 - unitsShort / cycleDemand) : unitsShort > 0 ? 0 : 1;
    return new ServiceReached(demand.distribution().cdf(position), fillRate, unitsShort);
  }
}
