package io.synkro.predict.optimize.echelon;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stages by number: who supplies whom, in an order where every supplier precedes its customers. */
final class Topology {
  private final List<Stage> stages;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] suppliers;
  private final int[] customers;
  private final List<List<Integer>> linksFrom = new ArrayList<>();
  private final List<List<Integer>> linksTo = new ArrayList<>();
  private final double[] units;
  private final int[] order;

  private Topology(List<Stage> stages, List<Link> links) {
    this.stages = stages;
    for (Stage stage : stages) {
      Require.that(
          numbers.putIfAbsent(stage.name(), numbers.size()) == null,
          "stage",
          stage.name(),
          "must not repeat",
          "name the place too");
      linksFrom.add(new ArrayList<>());
      linksTo.add(new ArrayList<>());
    }
    suppliers = new int[links.size()];
    customers = new int[links.size()];
    units = links.stream().mapToDouble(Link::units).toArray();
    Set<Long> seen = new HashSet<>();
    for (int e = 0; e < links.size(); e++) {
      Link link = links.get(e);
      suppliers[e] = number(link.supplier());
      customers[e] = number(link.customer());
      Require.that(
          seen.add((long) suppliers[e] * stages.size() + customers[e]),
          "link",
          link.supplier() + " -> " + link.customer(),
          "must not repeat",
          "add up the units");
      linksFrom.get(suppliers[e]).add(e);
      linksTo.get(customers[e]).add(e);
    }
    order = sorted();
  }

  /** Numbers the stages; refuses what {@link SupplyNetwork} must not be. */
  static Topology of(List<Stage> stages, List<Link> links) {
    Topology topology = new Topology(stages, links);
    topology.requireConnected();
    for (int k = 0; k < stages.size(); k++) {
      Require.that(
          stages.get(k).endDemand().isPresent() || !topology.linksFrom.get(k).isEmpty(),
          "stage",
          stages.get(k).name(),
          "must supply a stage or have end demand",
          "leave it out");
    }
    return topology;
  }

  int size() {
    return stages.size();
  }

  Stage stage(int number) {
    return stages.get(number);
  }

  int number(String stage) {
    Integer number = numbers.get(stage);
    if (number == null) {
      throw new InvalidInputException("stage", stage, "must be a stage of the network", "");
    }
    return number;
  }

  int links() {
    return suppliers.length;
  }

  int supplier(int link) {
    return suppliers[link];
  }

  int customer(int link) {
    return customers[link];
  }

  double units(int link) {
    return units[link];
  }

  /** Links from a stage to its customers. */
  List<Integer> linksFrom(int stage) {
    return linksFrom.get(stage);
  }

  /** Links to a stage from its suppliers. */
  List<Integer> linksTo(int stage) {
    return linksTo.get(stage);
  }

  /** Position in the order, suppliers first; not to be written to. */
  int[] order() {
    return order;
  }

  private int[] sorted() {
    int[] missing = new int[size()];
    Deque<Integer> ready = new ArrayDeque<>();
    for (int k = 0; k < size(); k++) {
      missing[k] = linksTo.get(k).size();
      if (missing[k] == 0) {
        ready.add(k);
      }
    }
    int[] sorted = new int[size()];
    int count = 0;
    while (!ready.isEmpty()) {
      int k = ready.remove();
      sorted[count++] = k;
      for (int e : linksFrom.get(k)) {
        if (--missing[customers[e]] == 0) {
          ready.add(customers[e]);
        }
      }
    }
    if (count < size()) {
      throw new InvalidInputException(
          "links", cycle(missing), "must not form a cycle", "remove one of these links");
    }
    return sorted;
  }

  /** A stage that never got ready has a supplier that never got ready: going up must repeat one. */
  private String cycle(int[] missing) {
    int k = 0;
    while (missing[k] == 0) {
      k++;
    }
    List<Integer> path = new ArrayList<>();
    while (!path.contains(k)) {
      path.add(k);
      k = unreadySupplier(k, missing);
    }
    List<String> names = new ArrayList<>();
    for (int number : path.subList(path.indexOf(k), path.size())) {
      names.add(stages.get(number).name());
    }
    names.add(stages.get(k).name());
    Collections.reverse(names);
    return Require.abbreviated(String.join(" -> ", names), 400);
  }

  private int unreadySupplier(int stage, int[] missing) {
    for (int e : linksTo.get(stage)) {
      if (missing[suppliers[e]] > 0) {
        return suppliers[e];
      }
    }
    throw new IllegalStateException("Stage %s waits for nobody.".formatted(stages.get(stage)));
  }

  private void requireConnected() {
    boolean[] reached = new boolean[size()];
    Deque<Integer> next = new ArrayDeque<>(List.of(0));
    reached[0] = true;
    while (!next.isEmpty()) {
      int k = next.remove();
      for (List<Integer> around : Arrays.asList(linksFrom.get(k), linksTo.get(k))) {
        for (int e : around) {
          int other = suppliers[e] == k ? customers[e] : suppliers[e];
          if (!reached[other]) {
            reached[other] = true;
            next.add(other);
          }
        }
      }
    }
    for (int k = 0; k < size(); k++) {
      Require.that(
          reached[k],
          "stage",
          stages.get(k).name(),
          "must be linked with stage " + stages.get(0).name() + ", if through others",
          "plan each network on its own");
    }
  }
}
