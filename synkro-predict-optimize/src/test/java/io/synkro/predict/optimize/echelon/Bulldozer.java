package io.synkro.predict.optimize.echelon;

import io.synkro.predict.inventory.NormalDistribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The assembly of a bulldozer: Graves &amp; Willems (2003), Supply chain design: safety stock
 * placement and supply chain configuration, Handbooks in Operations Research and Management Science
 * 11, table 1. Holding a unit for a year costs 30 % of what was spent on it.
 */
final class Bulldozer {
  private static final double SAFETY_FACTOR = NormalDistribution.quantile(0.95);

  private final List<Stage> stages = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<String, Double> spent = new HashMap<>();

  private Bulldozer() {}

  static SupplyNetwork network() {
    Bulldozer bulldozer =
        new Bulldozer()
            .stage("boggie assembly", 11, 575)
            .stage("brake group", 8, 3850)
            .stage("case", 15, 2200)
            .stage("frame assembly", 19, 605)
            .stage("case & frame", 16, 1500, "case", "frame assembly")
            .stage("platform group", 6, 725)
            .stage("fender group", 9, 900)
            .stage("roll over group", 8, 1150)
            .stage(
                "chassis & platform", 7, 4320, "platform group", "fender group", "roll over group")
            .stage("transmission", 15, 7450)
            .stage("drive group", 9, 1550)
            .stage("plant carrier", 9, 155)
            .stage("final drive & brake", 6, 3680, "brake group", "drive group", "plant carrier")
            .stage(
                "common subassembly",
                5,
                8000,
                "case & frame",
                "transmission",
                "final drive & brake")
            .stage("engine", 7, 4500)
            .stage("fans", 12, 650)
            .stage("dressed out engine", 10, 4100, "engine", "fans")
            .stage(
                "main assembly",
                8,
                12000,
                "chassis & platform",
                "common subassembly",
                "dressed out engine")
            .stage("track roller frame", 10, 3000)
            .stage("pin assembly", 35, 90)
            .stage("suspension group", 7, 3600, "boggie assembly", "pin assembly")
            .stage(
                "final assembly",
                4,
                8000,
                "main assembly",
                "track roller frame",
                "suspension group");
    List<Stage> stages = bulldozer.stages;
    int last = stages.size() - 1;
    stages.set(last, stages.get(last).withEndDemand(new EndDemand(5, 3, 0)));
    return new SupplyNetwork(stages, bulldozer.links);
  }

  private Bulldozer stage(String name, int days, double cost, String... suppliers) {
    double sum = cost;
    for (String supplier : suppliers) {
      links.add(Link.of(supplier, name));
      sum += spent.getOrDefault(supplier, Double.NaN);
    }
    spent.put(name, sum);
    stages.add(Stage.of(name, 0.3 * sum, days, SAFETY_FACTOR));
    return this;
  }
}
