package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearCapabilities;
import io.synkro.predict.optimize.linear.LinearCapabilities.Feature;
import io.synkro.predict.optimize.linear.LinearEngine;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearResult;
import io.synkro.predict.optimize.linear.LinearSolution;
import io.synkro.predict.optimize.linear.LinearStatus;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Solves small models in pure Java, on the calling thread alone. The linear programs are ojAlgo's;
 * the search is ours, because ojAlgo's own calls feasible models infeasible, keeps no deadline, has
 * no bound to show and runs on threads of its own.
 */
public final class OjalgoEngine implements LinearEngine {
  private static final String ID = "ojalgo";

  /** Numbers of a tableau: 240 MB, and a pivot takes about 20 ms. */
  private static final long MOST_CELLS = 30_000_000L;

  private static final LinearCapabilities CAPABILITIES =
      new LinearCapabilities(
          Set.of(Feature.INTEGERS, Feature.DUALS, Feature.START), 20_000, 5_000, 500_000);

  /** Creates the engine, for {@code java.util.ServiceLoader}. */
  public OjalgoEngine() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LinearCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public LinearResult solve(LinearModel model, LinearOptions options, LinearMonitor monitor) {
    Watch watch = new Watch(options, monitor);
    double[] start = options.start(model).orElse(null);
    Optional<String> refusal = CAPABILITIES.refusal(model);
    if (refusal.isEmpty() && Relaxation.cells(model) > MOST_CELLS) {
      refusal = Optional.of("Its tableau would be larger than 240 MB");
    }
    if (refusal.isPresent()) {
      return LinearResult.builder(ID, LinearStatus.REFUSED).detail(refusal.get()).build();
    }
    return new Solve(model, options, watch).result(start);
  }

  /** One model being solved. */
  private static final class Solve {
    private final LinearModel model;
    private final LinearOptions options;
    private final Watch watch;
    private final Incumbent incumbent;

    Solve(LinearModel model, LinearOptions options, Watch watch) {
      this.model = model;
      this.options = options;
      this.watch = watch;
      this.incumbent = new Incumbent(model, options);
    }

    LinearResult result(double @Nullable [] start) {
      BranchAndBound search = search(start);
      LinearStatus status = status(search);
      LinearSolution best = incumbent.best();
      double bound = search.lowerBound();
      String detail = search.isComplete() ? "" : watch.reason();
      if (search.isUnbounded()) {
        LinearResult points = new Solve(model.withoutObjective(), options, watch).result(start);
        boolean found = points.incumbent().isPresent();
        status = found ? LinearStatus.UNBOUNDED : points.status();
        bound = found ? Double.NEGATIVE_INFINITY : points.lowerBound();
        detail = points.detail();
      }
      return LinearResult.builder(ID, status)
          .incumbent(best)
          .lowerBound(bound)
          .duals(status == LinearStatus.OPTIMAL_PROVEN ? search.duals() : null)
          .nodes(watch.nodes())
          .elapsed(watch.elapsed())
          .detail(detail)
          .build();
    }

    private BranchAndBound search(double @Nullable [] start) {
      Box root = Box.of(model);
      boolean worthCuts = model.integerColumns() > 0 && new Propagation(model).all(root);
      LinearModel strong =
          worthCuts ? new RootCuts(model, root, watch, MOST_CELLS).strengthened() : model;
      BranchAndBound search = new BranchAndBound(strong, incumbent, watch);
      search.run(start);
      return search;
    }

    private LinearStatus status(BranchAndBound search) {
      boolean found = incumbent.best() != null;
      if (search.isComplete() && found && search.lowerBound() >= incumbent.cutoff()) {
        return LinearStatus.OPTIMAL_PROVEN;
      }
      if (search.isComplete() && !found && search.lowerBound() == Double.POSITIVE_INFINITY) {
        return LinearStatus.INFEASIBLE_PROVEN;
      }
      if (watch.cancelled()) {
        return LinearStatus.CANCELLED;
      }
      return found ? LinearStatus.FEASIBLE : LinearStatus.NO_SOLUTION_FOUND;
    }
  }
}
