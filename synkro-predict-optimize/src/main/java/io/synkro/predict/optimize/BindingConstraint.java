package io.synkro.predict.optimize;

import io.synkro.predict.optimize.problem.SharedLimit;

/**
 * A limit that keeps a plan from being cheaper.
 *
 * @param limit what there is in one period
 * @param used what the plan takes of it
 * @param wanted what the plan would take if nothing were limited
 * @param marginalValue by how much a unit more of it lowers the proven lower bound: nearly what the
 *     plan saves by the next unit of money, room or goods; zero or more
 */
public record BindingConstraint(
    SharedLimit limit, double used, double wanted, double marginalValue) {

  /**
   * Returns what is limited.
   *
   * @return the subject; its name is such as "budget" or "space of W1"
   */
  public PlanLimit.Subject subject() {
    return PlanLimit.subject(limit);
  }
}
