package io.synkro.predict.search;

import io.synkro.predict.ProgressListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link Study} was built with; see its builder. */
record StudyPlan(
    String name,
    Map<String, String> conditions,
    SearchSpace space,
    long seed,
    int randomTrials,
    int maxTrials,
    List<ParameterValues> first,
    boolean minimise,
    @Nullable MedianStopping stopping,
    @Nullable Duration timeBudget,
    InstantSource clock,
    ProgressListener progress) {

  StudyPlan under(Map<String, String> others) {
    return new StudyPlan(
        name,
        Map.copyOf(others),
        space,
        seed,
        randomTrials,
        maxTrials,
        first,
        minimise,
        stopping,
        timeBudget,
        clock,
        progress);
  }

  /** Smaller is better. */
  double loss(double value) {
    return minimise ? value : -value;
  }
}
