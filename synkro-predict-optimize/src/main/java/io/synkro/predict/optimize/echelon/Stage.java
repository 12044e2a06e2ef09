package io.synkro.predict.optimize.echelon;

import io.synkro.predict.internal.Require;

/**
 * A stage of a supply network where safety stock may stand: an item at a place, after a process
 * that takes a fixed time. Source: Graves &amp; Willems (2000), Optimizing strategic safety stock
 * placement in supply chains, Manufacturing &amp; Service Operations Management 2(1), section 3.
 *
 * @param name name, unique in its network
 * @param holdingCost money per unit and period, for what the stage stores after its process; zero
 *     or more
 * @param processingTime time of the process, transport included, once all inputs are there; whole
 *     periods, zero or more
 * @param safetyFactor the z of the demand bound: over τ periods the stage covers a demand of τ mean
 *     + z sd √τ, and what exceeds it is met by other means; zero or more
 * @param inboundServiceTime how long suppliers outside the network take to deliver, whole periods,
 *     zero or more
 * @param endDemand what customers outside the network demand
 */
public record Stage(
    String name,
    double holdingCost,
    int processingTime,
    double safetyFactor,
    int inboundServiceTime,
    EndDemand endDemand) {
  /** {@inheritDoc} */
  public Stage {
    Require.identifier("stage", name);
    Require.nonNegative("holding cost of stage " + name, holdingCost, "");
    Require.nonNegative("safety factor of stage " + name, safetyFactor, "");
    Require.atLeast("processing time of stage " + name, processingTime, 0, "count whole periods");
    Require.atLeast("inbound service time of stage " + name, inboundServiceTime, 0, "");
  }

  /**
   * Creates a stage without demand from outside whose outside suppliers, if any, deliver at once.
   *
   * @param name name, unique in its network
   * @param holdingCost money per unit and period, zero or more
   * @param processingTime whole periods, zero or more
   * @param safetyFactor the z of the demand bound, zero or more
   * @return the stage
   */
  public static Stage of(String name, double holdingCost, int processingTime, double safetyFactor) {
    return new Stage(name, holdingCost, processingTime, safetyFactor, 0, EndDemand.NONE);
  }

  /**
   * Returns a copy whose suppliers outside the network take some time.
   *
   * @param periods whole periods, zero or more
   * @return the copy
   */
  public Stage withInboundServiceTime(int periods) {
    return new Stage(name, holdingCost, processingTime, safetyFactor, periods, endDemand);
  }

  /**
   * Returns a copy that customers outside the network demand from.
   *
   * @param demand demand and the service time promised for it
   * @return the copy
   */
  public Stage withEndDemand(EndDemand demand) {
    return new Stage(name, holdingCost, processingTime, safetyFactor, inboundServiceTime, demand);
  }
}
