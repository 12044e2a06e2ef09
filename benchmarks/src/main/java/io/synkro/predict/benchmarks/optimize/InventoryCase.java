package io.synkro.predict.benchmarks.optimize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A published case: what it asks, what it expects, and how closely. */
record InventoryCase(JsonNode json) {

  String id() {
    return json.path("id").asText();
  }

  String family() {
    return json.path("family").asText();
  }

  String function() {
    return json.path("function").asText();
  }

  CaseInputs inputs() {
    return new CaseInputs(json.path("inputs"));
  }

  /** Compares an answer, and returns a line for each result that is not the expected one. */
  List<String> differences(CaseAnswer answer) {
    List<String> differences = new ArrayList<>();
    for (var entry : json.path("expected").properties()) {
      String name = entry.getKey();
      if (name.equals("x_range")) {
        continue; // the stocks that the reference's program looked at are not a result
      }
      Map<String, Double> expected = CaseAnswer.read(name, entry.getValue()).part(name);
      Map<String, Double> ours = answer.part(name);
      boolean equal = expected.keySet().equals(ours.keySet());
      for (var value : expected.entrySet()) {
        double our = ours.getOrDefault(value.getKey(), Double.NaN);
        equal = equal && isClose(name, value.getValue(), our);
      }
      if (!equal) {
        differences.add("%s expected %s, ours %s".formatted(id(), expected, ours));
      }
    }
    return differences;
  }

  private boolean isClose(String name, double expected, double ours) {
    double absolute = CaseInputs.number(json.path("tolerance_abs"), name);
    double relative = json.path("tolerance_rel_suggested").asDouble(0);
    return Math.abs(ours - expected) <= Math.max(absolute, relative * Math.abs(expected));
  }
}
