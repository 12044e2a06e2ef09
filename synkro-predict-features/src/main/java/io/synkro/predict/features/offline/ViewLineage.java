package io.synkro.predict.features.offline;

import java.util.List;

/**
 * Which rows of a view something was built from. Immutable.
 *
 * @param view name of the view
 * @param version version of the view
 * @param commits numbers of the commits that were read, rising; empty for rows that were in memory
 */
public record ViewLineage(String view, String version, List<Integer> commits) {
  /** {@inheritDoc} */
  public ViewLineage {
    commits = List.copyOf(commits);
  }
}
