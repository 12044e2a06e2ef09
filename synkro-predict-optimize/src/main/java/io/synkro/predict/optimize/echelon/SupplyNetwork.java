package io.synkro.predict.optimize.echelon;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Stages and which of them supplies which: connected and without cycles. A stage may have several
 * suppliers (it needs the items of all of them, as in assembly) and several customers.
 *
 * @param stages one or more, with different names
 * @param links who supplies whom, each pair at most once
 */
public record SupplyNetwork(List<Stage> stages, List<Link> links) {
  /**
   * {@inheritDoc}
   *
   * @throws io.synkro.predict.InvalidInputException if names repeat or are unknown, stages supply
   *     one another in a cycle (its stages are named), the network is in several pieces, or a stage
   *     serves neither a stage nor customers
   */
  public SupplyNetwork {
    stages = List.copyOf(stages);
    links = List.copyOf(links);
    Require.atLeast("number of stages", stages.size(), 1, "");
    Topology.of(stages, links);
  }

  /**
   * Creates a serial system: each stage supplies the next.
   *
   * @param stages from the first supplier to the customers
   * @return the network
   */
  public static SupplyNetwork serial(List<Stage> stages) {
    List<Link> links = new ArrayList<>();
    for (int i = 1; i < stages.size(); i++) {
      links.add(Link.of(stages.get(i - 1).name(), stages.get(i).name()));
    }
    return new SupplyNetwork(stages, links);
  }

  /**
   * Returns whether there is just one way between any two stages, whatever its direction.
   *
   * @return true if the network is a spanning tree
   */
  public boolean isTree() {
    return links.size() == stages.size() - 1;
  }
}
