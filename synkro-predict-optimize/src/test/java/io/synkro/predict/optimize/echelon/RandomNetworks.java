package io.synkro.predict.optimize.echelon;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small networks for tests, and what their best plan costs by trying all plans. */
final class RandomNetworks {
  private static final int LONGEST = 4;

  private RandomNetworks() {}

  /** A connected network of n stages with links besides a spanning tree at some density. */
  static SupplyNetwork network(Random random, int n, double density) {
    List<Link> links = new ArrayList<>();
    boolean[] supplies = new boolean[n];
    for (int k = 1; k < n; k++) {
      int other = random.nextInt(k);
      for (int q = 0; q < k; q++) {
        if (q == other || random.nextDouble() < density) {
          boolean up = q != other || random.nextBoolean() || density > 0;
          int from = up ? q : k;
          supplies[from] = true;
          links.add(new Link("s" + from, "s" + (up ? k : q), 1 + random.nextInt(2)));
        }
      }
    }
    List<Stage> stages = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      stages.add(stage(random, k, supplies[k]));
    }
    return new SupplyNetwork(stages, links);
  }

  private static Stage stage(Random random, int k, boolean supplies) {
    double holding = (k + 1) * random.nextDouble();
    Stage stage = Stage.of("s" + k, holding, random.nextInt(LONGEST), 1 + random.nextDouble());
    if (random.nextInt(4) == 0) {
      stage = stage.withInboundServiceTime(random.nextInt(LONGEST));
    }
    if (supplies && random.nextInt(5) > 0) {
      return stage;
    }
    double sd = 0.1 + random.nextDouble() * 10;
    return stage.withEndDemand(new EndDemand(random.nextInt(20), sd, random.nextInt(LONGEST)));
  }

  /** Cost of the best plan; tries all outbound times of all stages, suppliers first. */
  static double leastCost(SupplyNetwork network) {
    ServiceModel model = new ServiceModel(network);
    return leastCost(model, 0, new int[model.size()]);
  }

  private static double leastCost(ServiceModel model, int known, int[] outbound) {
    if (known == model.size()) {
      return model.cost(outbound);
    }
    int k = model.network().order()[known];
    int last = Math.min(model.promised(k), model.inbound(k, outbound) + model.processing(k));
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s <= last; s++) {
      outbound[k] = s;
      least = Math.min(least, leastCost(model, known + 1, outbound));
    }
    return least;
  }
}
