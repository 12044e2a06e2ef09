package io.synkro.predict.optimize.engine;

import io.synkro.predict.optimize.problem.StockProblem;

/**
 * Solves planning problems. Implementations are safe for use by many threads, start no threads of
 * their own, and give equal plans for equal problems and options unless the time limit cuts them
 * short. Every plan that leaves one has passed {@link
 * io.synkro.predict.optimize.problem.PlanCheck}.
 */
public interface PlanEngine {
  /**
   * Returns the name of the engine.
   *
   * @return a stable id such as {@code "decomposition"}
   */
  String id();

  /**
   * Looks for the cheapest plan.
   *
   * @param problem what to plan
   * @param options limits of the search
   * @param monitor hears of progress and may cancel
   * @return the best plan found and how far from the optimum it can be at most
   * @throws io.synkro.predict.InvalidInputException if the problem is outside of what the engine
   *     can represent; the message names the line or limit
   */
  PlanResult solve(StockProblem problem, SolveOptions options, SolveMonitor monitor);
}
