package io.synkro.predict.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the features of a pipeline were, for as long as anything that was computed by it is kept.
 * Immutable.
 *
 * @param version version of the pipeline, see {@link FeaturePipeline#version()}
 * @param features the definition of each feature by its name, in the order of the columns
 */
public record PipelineDefinition(String version, Map<String, String> features) {
  /** {@inheritDoc} */
  public PipelineDefinition {
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }

  /**
   * Names what sets another definition apart from this one.
   *
   * @param other another definition
   * @return one line for each feature that was added, dropped, changed or moved; none if they are
   *     equal
   */
  public List<String> differences(PipelineDefinition other) {
    List<String> lines = new ArrayList<>();
    features.forEach(
        (name, definition) -> {
          String there = other.features.get(name);
          if (there == null) {
            lines.add("%s is not there".formatted(name));
          } else if (!there.equals(definition)) {
            lines.add("%s is %s, not %s".formatted(name, there, definition));
          }
        });
    for (Map.Entry<String, String> each : other.features.entrySet()) {
      if (!features.containsKey(each.getKey())) {
        lines.add("%s is added: %s".formatted(each.getKey(), each.getValue()));
      }
    }
    if (lines.isEmpty() && !version.equals(other.version)) {
      lines.add("the order of the features is " + List.copyOf(other.features.keySet()));
    }
    return List.copyOf(lines);
  }
}
