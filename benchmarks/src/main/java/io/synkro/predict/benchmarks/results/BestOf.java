package io.synkro.predict.benchmarks.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

/**
 * The best iteration of each benchmark in several rounds. Machines that share their cores with
 * others are slow at times, for minutes; the best of iterations that are spread over the whole run
 * is what a quiet machine would show, for both sides of a ratio.
 */
public final class BestOf {
  private final List<RunResult> results = new ArrayList<>();

  /** Creates an empty collection. */
  public BestOf() {}

  /**
   * Runs benchmarks.
   *
   * @param options which, and how
   * @param rounds how often, with all others in between
   * @throws RunnerException if JMH fails
   */
  public void run(Options options, int rounds) throws RunnerException {
    for (int i = 0; i < rounds; i++) {
      Collection<RunResult> round = new Runner(options).run();
      results.addAll(round);
    }
  }

  /**
   * Returns the least time of a call.
   *
   * @param benchmark name of the method
   * @param parameters values of its parameters
   * @return the time in the unit of the benchmark
   */
  public double time(String benchmark, Map<String, String> parameters) {
    double best = Double.POSITIVE_INFINITY;
    for (RunResult result : results) {
      boolean same = result.getParams().getBenchmark().endsWith("." + benchmark);
      for (Map.Entry<String, String> each : parameters.entrySet()) {
        same &= each.getValue().equals(result.getParams().getParam(each.getKey()));
      }
      if (same) {
        best = Math.min(best, best(result));
      }
    }
    if (best == Double.POSITIVE_INFINITY) {
      throw new IllegalStateException("No result of %s with %s".formatted(benchmark, parameters));
    }
    return best;
  }

  private static double best(RunResult result) {
    double best = Double.POSITIVE_INFINITY;
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        best = Math.min(best, iteration.getPrimaryResult().getScore());
      }
    }
    return best;
  }
}
