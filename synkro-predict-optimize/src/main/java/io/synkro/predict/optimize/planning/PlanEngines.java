package io.synkro.predict.optimize.planning;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.formulation.MilpEngine;
import io.synkro.predict.optimize.linear.LinearEngines;

/** Chooses engines by id or by the size of a problem, never by what is on the class path first. */
public final class PlanEngines {
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
   * Returns the engine that chooses by size: the decomposition, and where lines times periods are
   * at most 200, or 1000 with a native engine, and it leaves a gap, a linear model that starts from
   * its plan. Loads no native code before that is needed.
   *
   * @param linear id of the linear engine, such as {@code "ojalgo"}, which is built in, or {@code
   *     "highs"}; looked for when it is needed
   * @return the engine; {@link InvalidInputException} by its {@code solve} if the linear engine is
   *     needed and not there names the artifact to add
   */
  public static PlanEngine fitting(String linear) {
    return new FittingEngine(linear);
  }
}
