package io.synkro.predict.benchmarks.optimize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Results by their names in the file; entries of lists and maps have a name of their own. */
final class CaseAnswer {
  private final Map<String, Double> values = new TreeMap<>();

  /** Reads one result that a case expects. */
  static CaseAnswer read(String name, JsonNode json) {
    CaseAnswer answer = new CaseAnswer();
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        answer.with(name, i, json.get(i).doubleValue());
      }
    } else if (json.isObject()) {
      json.properties()
          .forEach(entry -> answer.with(name, entry.getKey(), entry.getValue().doubleValue()));
    } else {
      answer.with(name, json.doubleValue());
    }
    return answer;
  }

  CaseAnswer with(String name, double value) {
    values.put(name, value);
    return this;
  }

  CaseAnswer with(String name, Object entry, double value) {
    return with(name + "." + entry, value);
  }

  CaseAnswer with(String name, List<? extends Number> list) {
    for (int i = 0; i < list.size(); i++) {
      with(name, i, list.get(i).doubleValue());
    }
    return this;
  }

  /** Returns this answer's part with a name. */
  Map<String, Double> part(String name) {
    Map<String, Double> part = new TreeMap<>(values);
    part.keySet().removeIf(key -> !key.equals(name) && !key.startsWith(name + "."));
    return part;
  }
}
