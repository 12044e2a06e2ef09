package io.synkro.predict.search;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The lines of a journal: JSON objects in ASCII, each with its own checksum as the last field,
 * {@code crc32c}, that of the line without this field. The first line is the header: {@code
 * format}, {@code version} and whatever decides on proposals. Each further line is a trial: {@code
 * trial}, {@code state} (complete, pruned or failed), {@code value} or {@code reason}, {@code
 * parameters}, {@code steps} and {@code reports}, {@code nanos}. Doubles are written so that
 * reading gives the same bits. Stateless.
 */
final class JournalFormat {
  private static final String FORMAT = "synkro-predict-study";

  /** Rises with every change of proposals as well: old journals would not go on as they began. */
  private static final int VERSION = 1;

  private static final String CHECKSUM = ",\"crc32c\":\"%08x\"}";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // takes halves of surrogate pairs, too
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JournalFormat() {}

  static byte[] header(StudyPlan plan) {
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT).put("version", VERSION).put("name", plan.name());
    node.set("conditions", JSON.valueToTree(new TreeMap<>(plan.conditions())));
    node.put("seed", plan.seed()).put("randomTrials", plan.randomTrials());
    node.put("minimise", plan.minimise());
    MedianStopping stopping = plan.stopping();
    node.put("startTrials", stopping == null ? 0 : stopping.startTrials());
    node.put("warmUpSteps", stopping == null ? 0 : stopping.warmUpSteps());
    ArrayNode first = node.putArray("tryFirst");
    plan.first().forEach(values -> first.add(parameters(values)));
    ArrayNode space = node.putArray("space");
    plan.space().parameters().forEach(parameter -> space.add(parameter(parameter)));
    return line(node);
  }

  private static ObjectNode parameter(SearchParameter parameter) {
    ObjectNode node = JSON.createObjectNode().put("name", parameter.name());
    if (parameter instanceof SearchParameter.Real real) {
      return node.put("low", real.low()).put("high", real.high()).put("log", real.log());
    }
    if (parameter instanceof SearchParameter.Whole whole) {
      return node.put("low", whole.low()).put("high", whole.high()).put("log", whole.log());
    }
    ArrayNode options = node.putArray("options");
    ((SearchParameter.Choice) parameter).options().forEach(options::add);
    return node;
  }

  static byte[] trial(TrialResult result) {
    ObjectNode node = JSON.createObjectNode().put("trial", result.number());
    if (result.outcome() instanceof TrialOutcome.Complete complete) {
      node.put("state", "complete").put("value", complete.value());
    } else if (result.outcome() instanceof TrialOutcome.Failed failed) {
      node.put("state", "failed").put("reason", failed.reason());
    } else {
      node.put("state", "pruned");
    }
    node.set("parameters", parameters(result.parameters()));
    ArrayNode steps = node.putArray("steps");
    ArrayNode reports = node.putArray("reports");
    for (TrialReport report : result.reports()) {
      steps.add(report.step());
      reports.add(report.value());
    }
    return line(node.put("nanos", result.duration().toNanos()));
  }

  private static ObjectNode parameters(ParameterValues values) {
    return JSON.valueToTree(values.asMap());
  }

  /** With checksum and line feed. */
  private static byte[] line(ObjectNode node) {
    String json = json(node);
    String body = json.substring(0, json.length() - 1);
    return (body + CHECKSUM.formatted(checksum(json)) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String json(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JacksonException e) {
      throw new IllegalStateException(e); // a tree of plain values can be written
    }
  }

  private static long checksum(String json) {
    CRC32C crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.ISO_8859_1));
    return crc.getValue();
  }

  /** Returns whether a line without its line feed is as it was written. */
  static boolean intact(String line) {
    int end = line.length() - CHECKSUM.formatted(0).length();
    if (end < 1) {
      return false;
    }
    String json = line.substring(0, end) + "}";
    return line.substring(end).equals(CHECKSUM.formatted(checksum(json)));
  }

  /** Returns in words how a header differs from the one expected. */
  static String difference(String header, String expected) {
    JsonNode found = tree(header);
    JsonNode own = tree(expected);
    if (!found.path("format").equals(own.get("format"))) {
      return "it is no journal of a study";
    }
    return difference("", found, own);
  }

  private static String difference(String prefix, JsonNode found, JsonNode own) {
    for (Map.Entry<String, JsonNode> field : own.properties()) {
      String name = prefix + field.getKey();
      JsonNode other = found.path(field.getKey());
      if (other.isObject() && !other.equals(field.getValue())) {
        return difference(name + ".", other, field.getValue());
      }
      if (!other.equals(field.getValue())) {
        return "%s is %s there and %s here"
            .formatted(
                name,
                Require.abbreviated(other.toString(), 100),
                Require.abbreviated(field.getValue().toString(), 100));
      }
    }
    return "it has other %s".formatted(prefix.isEmpty() ? "fields" : "fields in " + prefix);
  }

  /**
   * Reads an intact line.
   *
   * @throws InvalidInputException if it is not what the next trial could have written
   */
  static TrialResult trial(String line, int number, SearchSpace space) {
    JsonNode node = tree(line);
    JsonNode trial = field(node, "trial");
    Require.that(
        trial.equals(JSON.getNodeFactory().numberNode(number)),
        "trial",
        trial,
        "must be " + number,
        "");
    ParameterValues parameters = space.values(values(field(node, "parameters")));
    List<TrialReport> reports = reports(field(node, "steps"), field(node, "reports"));
    long nanos = Math.max(0, field(node, "nanos").longValue());
    return new TrialResult(number, parameters, outcome(node), reports, Duration.ofNanos(nanos));
  }

  private static TrialOutcome outcome(JsonNode node) {
    JsonNode state = field(node, "state");
    if ("complete".equals(state.textValue())) {
      return new TrialOutcome.Complete(number(field(node, "value")));
    }
    if ("failed".equals(state.textValue())) {
      return new TrialOutcome.Failed(field(node, "reason").asText());
    }
    Require.that(
        "pruned".equals(state.textValue()),
        "state",
        state,
        "must be complete, pruned or failed",
        "");
    return new TrialOutcome.Pruned();
  }

  private static Map<String, Object> values(JsonNode parameters) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : parameters.properties()) {
      JsonNode value = field.getValue();
      values.put(field.getKey(), value.isNumber() ? value.numberValue() : value.asText());
    }
    return values;
  }

  private static List<TrialReport> reports(JsonNode steps, JsonNode values) {
    Require.that(
        steps.size() == values.size(), "reports", values.size(), "must be as many as steps", "");
    List<TrialReport> reports = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Require.that(steps.get(i).isInt(), "step", steps.get(i), "must be a whole number", "");
      reports.add(new TrialReport(steps.get(i).intValue(), number(values.get(i))));
    }
    return reports;
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }

  private static JsonNode field(JsonNode node, String name) {
    JsonNode field = node.path(name);
    Require.that(!field.isMissingNode(), name, "missing", "must be given", "");
    return field;
  }

  private static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new InvalidInputException(
          "line", Require.abbreviated(line, 80), "must be JSON: " + e.getOriginalMessage(), "");
    }
  }
}
