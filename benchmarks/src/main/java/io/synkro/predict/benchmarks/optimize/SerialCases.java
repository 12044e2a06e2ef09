package io.synkro.predict.benchmarks.optimize;

import com.fasterxml.jackson.databind.JsonNode;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.echelon.ClarkScarf;
import io.synkro.predict.optimize.echelon.NewsvendorHeuristic;
import io.synkro.predict.optimize.echelon.SerialCost;
import io.synkro.predict.optimize.echelon.SerialGrid;
import io.synkro.predict.optimize.echelon.SerialPolicy;
import io.synkro.predict.optimize.echelon.SerialStage;
import io.synkro.predict.optimize.echelon.SerialSystem;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Answers the cases of serial systems under stochastic service. Where a case names a grid, its
 * figures are those of that grid, not of the system, and {@link SerialGrid} repeats them; the
 * others are answered by {@link ClarkScarf}.
 */
final class SerialCases {
  private static final String PREFIX = "stockpyl.ssm_serial.";

  private SerialCases() {}

  static Map<String, Function<CaseInputs, CaseAnswer>> functions() {
    return Map.of(
        PREFIX + "expected_cost", in -> new CaseAnswer().with("cost", cost(in).total()),
        PREFIX + "expected_holding_cost", in -> new CaseAnswer().with("cost", cost(in).holding()),
        PREFIX + "newsvendor_heuristic", in -> levels("S_heur", heuristic(in)),
        PREFIX + "optimize_base_stock_levels", SerialCases::optimize);
  }

  private static SerialCost cost(CaseInputs in) {
    Map<Integer, Double> levels = new TreeMap<>();
    in.json()
        .path("echelon_S")
        .properties()
        .forEach(
            level -> levels.put(Integer.valueOf(level.getKey()), level.getValue().doubleValue()));
    return grid(in).cost(system(in), List.copyOf(levels.values()));
  }

  private static List<Double> heuristic(CaseInputs in) {
    String rounding = in.json().path("round_type").asText("null");
    SerialSystem system = system(in);
    return switch (rounding) {
      case "up" -> NewsvendorHeuristic.levels(system, RoundingMode.CEILING);
      case "nearest" -> NewsvendorHeuristic.levels(system, RoundingMode.HALF_EVEN);
      case "null" -> NewsvendorHeuristic.levels(system);
      default -> throw new IllegalArgumentException("round_type " + rounding);
    };
  }

  private static CaseAnswer optimize(CaseInputs in) {
    SerialPolicy policy =
        in.has("x_num") ? grid(in).optimize(system(in)) : ClarkScarf.optimize(system(in));
    return levels("S_star", policy.echelonLevels()).with("C_star", policy.cost().total());
  }

  private static CaseAnswer levels(String name, List<Double> levels) {
    CaseAnswer answer = new CaseAnswer();
    for (int j = 0; j < levels.size(); j++) {
      answer.with(name, j + 1, levels.get(j));
    }
    return answer;
  }

  private static SerialGrid grid(CaseInputs in) {
    return new SerialGrid(
        (int) in.number("x_num"),
        (int) in.number("d_num"),
        new SerialGrid.Tails(in.number("ltd_lower_tail_prob"), in.number("ltd_upper_tail_prob")),
        new SerialGrid.Tails(
            in.number("sum_ltd_lower_tail_prob"), in.number("sum_ltd_upper_tail_prob")));
  }

  private static SerialSystem system(CaseInputs in) {
    return in.has("network") ? network(in) : parameters(in);
  }

  private static SerialSystem parameters(CaseInputs in) {
    List<SerialStage> stages = new ArrayList<>();
    for (int j = 1; j <= (int) in.number("num_nodes"); j++) {
      String index = Integer.toString(j);
      stages.add(
          new SerialStage(
              CaseInputs.number(in.json().path("echelon_holding_cost"), index),
              CaseInputs.number(in.json().path("lead_time"), index)));
    }
    NormalDemand demand =
        new NormalDemand(in.number("demand_mean"), in.number("demand_standard_deviation"));
    return new SerialSystem(stages, in.number("stockout_cost"), DemandProcess.of(demand));
  }

  private static SerialSystem network(CaseInputs in) {
    Map<Integer, JsonNode> nodes = new TreeMap<>();
    in.json()
        .path("network")
        .path("nodes")
        .forEach(node -> nodes.put(node.path("index").asInt(), node));
    List<SerialStage> stages =
        nodes.values().stream()
            .map(
                node ->
                    new SerialStage(
                        CaseInputs.number(node, "echelon_holding_cost"),
                        CaseInputs.number(node, "shipment_lead_time")))
            .toList();
    JsonNode first = nodes.values().iterator().next();
    return new SerialSystem(
        stages,
        CaseInputs.number(first, "stockout_cost"),
        DemandProcess.of(demand(first.path("demand_source"))));
  }

  private static DemandDistribution demand(JsonNode source) {
    double mean = CaseInputs.number(source, "mean");
    return source.path("type").asText().equals("P")
        ? new PoissonDemand(mean)
        : new NormalDemand(mean, CaseInputs.number(source, "standard_deviation"));
  }
}
