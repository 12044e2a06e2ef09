package io.synkro.predict.optimize.linear;

/**
 * Solves mixed-integer linear models. Found by {@code java.util.ServiceLoader}; an implementation
 * has a public constructor without parameters that loads no native code, is thread-safe, and keeps
 * these promises:
 *
 * <ul>
 *   <li>an incumbent has passed {@link LinearCheck};
 *   <li>{@code OPTIMAL_PROVEN}, {@code INFEASIBLE_PROVEN} and the bound are proven, or the
 *       documentation says by whom;
 *   <li>it ends within the time limit, give or take 5 %, once the model is handed over;
 *   <li>equal model, options and seed give the same result unless the time limit or the monitor
 *       ends the search;
 *   <li>it starts no thread of its own with one thread, and leaves none behind.
 * </ul>
 */
public interface LinearEngine {
  /**
   * Returns the stable id.
   *
   * @return such as {@code "highs"}
   */
  String id();

  /**
   * Returns what this engine can do; loads no native code.
   *
   * @return features and limits
   */
  LinearCapabilities capabilities();

  /**
   * Solves a model on the calling thread. All that can become of a model is an answer, and no
   * exception: also that it is infeasible, too large, or not solved in time.
   *
   * @param model the model
   * @param options limits and start
   * @param monitor hears of progress and may cancel
   * @return status, incumbent and bound
   * @throws io.synkro.predict.InvalidInputException if the start has another length than the model
   * @throws io.synkro.predict.engine.NativeLibraryException if a native library cannot be loaded
   */
  LinearResult solve(LinearModel model, LinearOptions options, LinearMonitor monitor);
}
