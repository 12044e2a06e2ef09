package io.synkro.predict.optimize.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes that are made one after the other. Immutable.
 *
 * @param name for people
 * @param changes in their order; none leaves everything as it is
 */
public record Scenario(String name, List<Change> changes) {
  /** {@inheritDoc} */
  public Scenario {
    changes = List.copyOf(changes);
  }

  /**
   * Creates a scenario.
   *
   * @param name for people
   * @param changes in their order
   * @return the scenario
   */
  public static Scenario of(String name, Change... changes) {
    return new Scenario(name, List.of(changes));
  }

  /**
   * Makes the changes of another after those of this one.
   *
   * @param other what follows
   * @return a scenario of both
   */
  public Scenario then(Scenario other) {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(other.changes);
    return new Scenario(name + ", " + other.name, all);
  }

  /**
   * Makes the changes.
   *
   * @param base what they begin with; it stays as it is
   * @return what they lead to
   */
  public Snapshot of(Snapshot base) {
    Snapshot world = base;
    for (Change change : changes) {
      world = change.of().apply(world);
    }
    return world;
  }

  /**
   * Returns what is different.
   *
   * @return the changes in words
   */
  public String inWords() {
    return changes.isEmpty()
        ? "nothing changes"
        : String.join("; ", changes.stream().map(Change::inWords).toList());
  }
}
