package io.synkro.predict.optimize.planning;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.formulation.MilpEngine;
import io.synkro.predict.optimize.linear.LinearEngines;
import io.synkro.predict.optimize.problem.StockProblem;

/** Chooses engines by id or by the size of a problem, never by what is on the class path first. */
public final class PlanEngines {
  /** From how many lines on prices of limits say more than a linear model does in seconds. */
  private static final int MOST_LINES = 50;

  private static final String DECOMPOSITION = "decomposition";
  private static final String MILP = "milp-";

  private PlanEngines() {}

  /**
   * Finds an engine by its id. Loads no native code.
   *
   * @param id {@code "decomposition"}, or {@code "milp-"} and the id of a linear engine, such as
   *     {@code "milp-ojalgo"} or {@code "milp-highs"}
   * @return the engine
   * @throws InvalidInputException if there is none; the message names the artifact to add
   */
  public static PlanEngine engine(String id) {
    if (id.equals(DECOMPOSITION)) {
      return new DecompositionEngine();
    }
    if (id.startsWith(MILP)) {
      return new MilpEngine(LinearEngines.engine(id.substring(MILP.length())));
    }
    throw new InvalidInputException(
        "engine", id, "must be decomposition, milp-ojalgo or milp-highs", "check the spelling");
  }

  /**
   * Chooses by size: a linear model for at most fifty lines and wherever there are lanes, the
   * decomposition for all else.
   *
   * @param problem what is to be planned
   * @param linear id of the linear engine that solves small problems and those with lanes: {@code
   *     "ojalgo"} proves the optimum of about twenty lines in seconds, {@code "highs"} that of some
   *     hundred within minutes
   * @return the engine
   * @throws InvalidInputException if the linear engine is needed and not there; the message names
   *     the artifact to add
   */
  public static PlanEngine fitting(StockProblem problem, String linear) {
    boolean small = problem.lines().size() <= MOST_LINES;
    return engine(small || !problem.lanes().isEmpty() ? MILP + linear : DECOMPOSITION);
  }
}
