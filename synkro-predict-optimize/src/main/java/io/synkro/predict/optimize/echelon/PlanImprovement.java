package io.synkro.predict.optimize.echelon;

/** Turns times from a relaxed network into a plan of the network, and makes single times better. */
final class PlanImprovement {
  /** Gains below this share of the cost are rounding errors. */
  private static final double LEAST_GAIN = 1e-12;

  private final ServiceModel model;

  PlanImprovement(ServiceModel model) {
    this.model = model;
  }

  /** Shortens outbound times that no longer follow from the inbound times of the links. */
  int[] repaired(int[] outbound) {
    int[] plan = outbound.clone();
    for (int k : model.network().order()) {
      plan[k] = Math.min(plan[k], model.inbound(k, plan) + model.processing(k));
    }
    return plan;
  }

  /** Changes one outbound time after the other to the best for all others given. */
  int[] improved(int[] outbound) {
    int[] plan = outbound.clone();
    boolean better = true;
    while (better) {
      better = false;
      for (int k = 0; k < model.size(); k++) {
        better |= improve(k, plan);
      }
    }
    return plan;
  }

  private boolean improve(int k, int[] plan) {
    int before = plan[k];
    double cost = costAround(k, plan);
    double least = cost * (1 - LEAST_GAIN);
    int best = before;
    int last = Math.min(model.promised(k), model.inbound(k, plan) + model.processing(k));
    for (int s = 0; s <= last; s++) {
      plan[k] = s;
      double candidate = costAround(k, plan);
      if (candidate < least) {
        least = candidate;
        best = s;
      }
    }
    plan[k] = best;
    return best != before;
  }

  /** Cost of a stage and its customers; infinite if a customer could no longer keep its time. */
  private double costAround(int k, int[] plan) {
    double sum = costOf(k, plan);
    for (int e : model.network().linksFrom(k)) {
      sum += costOf(model.network().customer(e), plan);
    }
    return sum;
  }

  private double costOf(int k, int[] plan) {
    int net = model.inbound(k, plan) + model.processing(k) - plan[k];
    return net < 0 ? Double.POSITIVE_INFINITY : model.cost(k, net);
  }
}
