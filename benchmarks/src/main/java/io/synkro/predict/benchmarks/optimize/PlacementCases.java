package io.synkro.predict.benchmarks.optimize;

import com.fasterxml.jackson.databind.JsonNode;
import io.synkro.predict.optimize.echelon.EndDemand;
import io.synkro.predict.optimize.echelon.Link;
import io.synkro.predict.optimize.echelon.SafetyStockPlacement;
import io.synkro.predict.optimize.echelon.SafetyStockPlan;
import io.synkro.predict.optimize.echelon.Stage;
import io.synkro.predict.optimize.echelon.StageStock;
import io.synkro.predict.optimize.echelon.SupplyNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers the cases of safety stock under guaranteed service times. */
final class PlacementCases {
  private static final String FUNCTION = ".optimize_committed_service_times";

  private PlacementCases() {}

  static Map<String, Function<CaseInputs, CaseAnswer>> functions() {
    return Map.of(
        "stockpyl.gsm_tree" + FUNCTION,
        in -> optimize(network(in.json().path("tree"))),
        "stockpyl.gsm_serial" + FUNCTION,
        in -> optimize(in.has("network") ? network(in.json().path("network")) : parameters(in)));
  }

  private static CaseAnswer optimize(SupplyNetwork network) {
    SafetyStockPlan plan = SafetyStockPlacement.optimize(network);
    CaseAnswer answer = new CaseAnswer().with("opt_cost", plan.holdingCost());
    for (StageStock stage : plan.stages()) {
      answer.with("opt_cst", stage.stage(), stage.serviceTime());
    }
    return answer;
  }

  private static SupplyNetwork network(JsonNode json) {
    List<Stage> stages = new ArrayList<>();
    json.path("nodes").forEach(node -> stages.add(stage(node)));
    List<Link> links = new ArrayList<>();
    json.path("edges")
        .forEach(edge -> links.add(Link.of(edge.path(0).asText(), edge.path(1).asText())));
    return new SupplyNetwork(stages, links);
  }

  private static Stage stage(JsonNode node) {
    Stage stage =
        Stage.of(
                node.path("index").asText(),
                CaseInputs.number(node, "local_holding_cost"),
                (int) CaseInputs.number(node, "processing_time"),
                CaseInputs.number(node, "demand_bound_constant"))
            .withInboundServiceTime(node.path("external_inbound_cst").asInt(0));
    if (!node.has("demand_source")) {
      return stage;
    }
    JsonNode demand = node.path("demand_source");
    return stage.withEndDemand(
        new EndDemand(
            CaseInputs.number(demand, "mean"),
            CaseInputs.number(demand, "standard_deviation"),
            (int) CaseInputs.number(node, "external_outbound_cst")));
  }

  /** Stage 1 serves the customers and the last one buys outside. */
  private static SupplyNetwork parameters(CaseInputs in) {
    List<Double> holding = in.numbers("local_holding_cost");
    List<Double> processing = in.numbers("processing_time");
    double factor = in.number("demand_bound_constant");
    List<Stage> stages = new ArrayList<>();
    for (int j = 0; j < holding.size(); j++) {
      int time = processing.get(j).intValue();
      stages.add(Stage.of(Integer.toString(j + 1), holding.get(j), time, factor));
    }
    EndDemand demand =
        new EndDemand(
            in.number("demand_mean"),
            in.number("demand_standard_deviation"),
            (int) in.number("external_outbound_cst"));
    stages.set(0, stages.get(0).withEndDemand(demand));
    int last = stages.size() - 1;
    int inbound = (int) in.number("external_inbound_cst");
    stages.set(last, stages.get(last).withInboundServiceTime(inbound));
    Collections.reverse(stages);
    return SupplyNetwork.serial(stages);
  }
}
