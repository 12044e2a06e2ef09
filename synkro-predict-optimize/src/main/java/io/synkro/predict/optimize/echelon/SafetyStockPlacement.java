package io.synkro.predict.optimize.echelon;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The guaranteed-service model: which stages of a network hold safety stock, so that all promised
 * service times are kept at the least holding cost. Each stage quotes its customers a committed
 * service time that it always keeps as long as demand stays within its bound. Sources: Simpson
 * (1958), In-process inventories, Operations Research 6(6), and Inderfurth (1991), Safety stock
 * optimization in multi-stage inventory systems, International Journal of Production Economics 24,
 * for serial systems; Graves &amp; Willems (2000) and the erratum (2003) for trees; Humair &amp;
 * Willems (2011) for acyclic networks. All methods are safe for use by many threads.
 */
public final class SafetyStockPlacement {
  /** Pairs of times that all dynamic programs may look at: some 20 seconds' work. */
  private static final double MOST_PAIRS = 2e10;

  private static final int MOST_RELAXATIONS = 20_000;
  private static final double GAP = 1e-6;

  private SafetyStockPlacement() {}

  /**
   * Finds the best service times: exactly in a tree, by branch and bound in other networks, until
   * the plan is proven to one part in a million or some 20 seconds' work is done. The work is
   * counted, not timed: equal networks give equal plans.
   *
   * @param network the network
   * @return the plan with its lower bound
   * @throws InvalidInputException if the times are too long for the size of the network
   */
  public static SafetyStockPlan optimize(SupplyNetwork network) {
    ServiceModel model = new ServiceModel(network);
    double affordable = Math.min(MOST_RELAXATIONS, MOST_PAIRS / model.pairsOfTimes());
    return optimize(model, new PlacementLimits(GAP, Math.max(1, (int) affordable)));
  }

  /**
   * Finds the best service times: exactly in a tree, within limits in other networks. Networks of
   * up to about 40 stages are usually proven; beyond that the gap of the plan says how much is
   * open.
   *
   * @param network the network
   * @param limits when to stop before the plan is proven
   * @return the plan with its lower bound
   * @throws InvalidInputException if the times are too long for the size of the network
   */
  public static SafetyStockPlan optimize(SupplyNetwork network, PlacementLimits limits) {
    return optimize(new ServiceModel(network), limits);
  }

  /**
   * Computes what given service times cost and which stock they need.
   *
   * @param network the network
   * @param serviceTimes committed service time of every stage, whole periods, from zero to inbound
   *     plus processing time, and within what its customers outside the network are promised
   * @return the plan; its lower bound is zero
   * @throws InvalidInputException if a time is missing or out of its range
   */
  public static SafetyStockPlan of(SupplyNetwork network, Map<String, Integer> serviceTimes) {
    ServiceModel model = new ServiceModel(network);
    int[] outbound = new int[model.size()];
    for (int k : model.network().order()) {
      Stage stage = model.network().stage(k);
      int time = given(serviceTimes, stage);
      int latest = Math.min(model.promised(k), model.inbound(k, outbound) + model.processing(k));
      Require.that(
          time >= 0 && time <= latest,
          "service time of stage " + stage.name(),
          time,
          "must be from 0 to " + latest,
          "shorten it");
      outbound[k] = time;
    }
    return plan(model, outbound, 0);
  }

  /**
   * Computes which service times given stock can promise: each stage the shortest whole number of
   * periods for which its base-stock level covers the bounded demand. The inverse of {@link
   * StageStock#baseStockLevel}.
   *
   * @param network the network
   * @param baseStockLevels base-stock level of every stage, units, zero or more
   * @return the plan with those service times, whose stocks are the least that they need; its lower
   *     bound is zero
   * @throws InvalidInputException if a level is missing or too low for what customers outside the
   *     network are promised
   */
  public static SafetyStockPlan ofBaseStockLevels(
      SupplyNetwork network, Map<String, Double> baseStockLevels) {
    ServiceModel model = new ServiceModel(network);
    int[] outbound = new int[model.size()];
    for (int k : model.network().order()) {
      Stage stage = model.network().stage(k);
      double level = given(baseStockLevels, stage);
      Require.nonNegative("base-stock level of stage " + stage.name(), level, "");
      int due = model.inbound(k, outbound) + model.processing(k);
      outbound[k] = due - periodsCovered(model, k, level, due);
      Require.that(
          outbound[k] <= model.promised(k),
          "base-stock level of stage " + stage.name(),
          level,
          "must cover %d periods".formatted(due - model.promised(k)),
          "raise it or promise a longer service time");
    }
    return plan(model, outbound, 0);
  }

  private static SafetyStockPlan optimize(ServiceModel model, PlacementLimits limits) {
    Require.that(
        model.pairsOfTimes() <= MOST_PAIRS,
        "number of pairs of inbound and outbound times of all stages",
        model.pairsOfTimes(),
        "must be at most " + MOST_PAIRS,
        "count in longer periods");
    PlacementSearch search = new PlacementSearch(model, limits);
    double bound = search.run();
    return plan(model, search.plan(), bound);
  }

  /** The most periods, up to a number, whose bounded demand a level covers to a relative 1e-9. */
  private static int periodsCovered(ServiceModel model, int k, double level, int most) {
    int covered = 0;
    while (covered < most && baseStock(model, k, covered + 1) <= level * (1 + 1e-9)) {
      covered++;
    }
    return covered;
  }

  private static double baseStock(ServiceModel model, int k, int netLeadTime) {
    return model.meanDemand(k) * netLeadTime + model.safetyStock(k, netLeadTime);
  }

  private static <T> T given(Map<String, T> values, Stage stage) {
    T value = values.get(stage.name());
    if (value == null) {
      throw new InvalidInputException("stage", stage.name(), "must have a value", "");
    }
    return value;
  }

  private static SafetyStockPlan plan(ServiceModel model, int[] outbound, double bound) {
    List<StageStock> stages = new ArrayList<>();
    for (int k = 0; k < model.size(); k++) {
      int inbound = model.inbound(k, outbound);
      int net = inbound + model.processing(k) - outbound[k];
      stages.add(
          new StageStock(
              model.network().stage(k).name(),
              inbound,
              outbound[k],
              net,
              model.safetyStock(k, net),
              baseStock(model, k, net),
              model.cost(k, net)));
    }
    return new SafetyStockPlan(stages, model.cost(outbound), bound);
  }
}
