package io.synkro.predict.forecast.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A member alone or the plain mean of two: what a forecaster may choose.
 *
 * @param name name that reports show
 * @param members positions of the members that are averaged
 */
public record Candidate(String name, List<Integer> members) {
  /** {@inheritDoc} */
  public Candidate {
    members = List.copyOf(members);
  }

  /**
   * Returns all candidates: each member, and the mean of any two that are not the reference.
   *
   * @param members the members; the first is the reference
   * @return members in order, then means
   */
  public static List<Candidate> of(List<Member> members) {
    List<Candidate> candidates = new ArrayList<>();
    for (int m = 0; m < members.size(); m++) {
      candidates.add(new Candidate(members.get(m).name(), List.of(m)));
    }
    for (int a = 1; a < members.size(); a++) {
      for (int b = a + 1; b < members.size(); b++) {
        String name = "mean of " + members.get(a).name() + " and " + members.get(b).name();
        candidates.add(new Candidate(name, List.of(a, b)));
      }
    }
    return candidates;
  }

  /**
   * Combines the members' forecasts.
   *
   * @param forecasts of each member, shape {@code [members][n]}
   * @return shape {@code [n]}
   */
  public double[] combine(double[][] forecasts) {
    double[] mean = new double[forecasts[members.get(0)].length];
    for (int member : members) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += forecasts[member][k] / members.size();
      }
    }
    return mean;
  }
}
