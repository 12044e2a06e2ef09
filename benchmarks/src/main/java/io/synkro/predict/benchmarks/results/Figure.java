package io.synkro.predict.benchmarks.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure beside its reference.
 *
 * @param set data set or scenario
 * @param metric what is measured
 * @param ours our figure
 * @param reference the figure to compare with, or null if there is none
 * @param referenceSource who measured the reference, and how; empty without one
 * @param bar what ours must be, such as {@code "<= 90"}; empty if it is only reported
 * @param unit unit of both figures
 * @param command the command that measured ours
 * @param date day of the measurement, ISO
 */
@JsonPropertyOrder({
  "set",
  "metric",
  "ours",
  "reference",
  "reference_source",
  "bar",
  "unit",
  "command",
  "date"
})
public record Figure(
    String set,
    String metric,
    double ours,
    @Nullable Double reference,
    @JsonProperty("reference_source") String referenceSource,
    String bar,
    String unit,
    String command,
    String date) {

  /**
   * Returns whether the bar is met.
   *
   * @return "yes", "**no**", or empty if there is no bar
   */
  public String met() {
    if (bar.isEmpty()) {
      return "";
    }
    int space = bar.indexOf(' ');
    String relation = bar.substring(0, Math.max(0, space));
    double limit = Double.parseDouble(bar.substring(space + 1));
    boolean met =
        switch (relation) {
          case "<=" -> ours <= limit;
          case ">=" -> ours >= limit;
          case "<" -> ours < limit;
          case ">" -> ours > limit;
          default ->
              throw new IllegalArgumentException("bar (" + bar + ") must begin with <= or >=");
        };
    return met ? "yes" : "**no**";
  }
}
