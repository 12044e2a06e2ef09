package io.synkro.predict.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Frequency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a {@link SalesMapping} from JSON and refuses every field that it does not know. */
final class MappingJson {
  private static final List<String> FIELDS =
      List.of(
          "columns",
          "constants",
          "covariates",
          "known_in_future",
          "dates",
          "frequency",
          "absent_rows",
          "duplicates",
          "attributes");
  private static final List<String> DATE_FIELDS = List.of("counts", "first", "first_number");
  private static final List<String> ATTRIBUTE_FIELDS =
      List.of("file", "key", "key_here", "product", "warehouse", "take");

  private final Path file;

  MappingJson(Path file) {
    this.file = file;
  }

  SalesMapping read() {
    try {
      return mapping(tree());
    } catch (InvalidInputException e) {
      throw new UnreadableFileException(
          file, 0, e.getMessage() == null ? "" : e.getMessage().replaceAll("\\.$", ""), "", e);
    }
  }

  private JsonNode tree() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      return mapper.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new UnreadableFileException(
          file,
          Math.max(0, line),
          "this is not JSON (%s)".formatted(reason(e)),
          "look for a missing comma or quote",
          e);
    } catch (IOException e) {
      throw new CsvSource(file).explain(e, 0);
    }
  }

  /** Without the place, which is told apart, and which Jackson tells of a hidden source. */
  private static String reason(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).replaceAll("(?s) \\(start marker at .*", "");
  }

  private SalesMapping mapping(JsonNode root) {
    requireFields(root, "the mapping", FIELDS);
    SalesMapping.Builder builder = SalesMapping.builder();
    texts(root, "columns").forEach((name, column) -> builder.column(role(name), column));
    texts(root, "constants").forEach((name, id) -> builder.constant(role(name), id));
    if (root.has("covariates")) {
      builder.covariates(list(root, "covariates").toArray(String[]::new));
    }
    if (root.has("known_in_future")) {
      builder.knownInFuture(list(root, "known_in_future").toArray(String[]::new));
    }
    if (root.has("dates")) {
      builder.periods(periods(root.get("dates")));
    }
    if (root.has("frequency")) {
      builder.frequency(constant(Frequency.class, root, "frequency"));
    }
    if (root.has("absent_rows")) {
      builder.absentRows(constant(SalesMapping.AbsentRows.class, root, "absent_rows"));
    }
    if (root.has("duplicates")) {
      builder.duplicates(constant(SalesMapping.Duplicates.class, root, "duplicates"));
    }
    if (root.has("attributes")) {
      builder.attributes(attributes(root.get("attributes")));
    }
    return builder.build();
  }

  private PeriodNumbers periods(JsonNode node) {
    requireFields(node, "\"dates\"", DATE_FIELDS);
    JsonNode number = node.get("first_number");
    if (number != null && !number.canConvertToInt()) {
      throw wrong("first_number", number, "must be a whole number");
    }
    String first = text(node, "first");
    try {
      return new PeriodNumbers(
          constant(PeriodNumbers.Unit.class, node, "counts"),
          LocalDate.parse(first),
          number == null ? 1 : number.intValue());
    } catch (DateTimeException e) {
      throw wrong("first", node.get("first"), "must be a date like 1989-09-14");
    }
  }

  private AttributesFile attributes(JsonNode node) {
    requireFields(node, "\"attributes\"", ATTRIBUTE_FIELDS);
    return new AttributesFile(
        text(node, "file"),
        optional(node, "key"),
        optional(node, "key_here"),
        optional(node, "product"),
        optional(node, "warehouse"),
        node.has("take") ? list(node, "take") : List.of());
  }

  private SalesRole role(String name) {
    return Arrays.stream(SalesRole.values())
        .filter(role -> role.column().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, "\"columns\" and \"constants\"", roleNames()));
  }

  private static List<String> roleNames() {
    return Arrays.stream(SalesRole.values()).map(SalesRole::column).toList();
  }

  private void requireFields(JsonNode node, String where, List<String> known) {
    if (!node.isObject()) {
      throw wrong(where, node, "must be an object in braces");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw unknown(name, where, known);
      }
    }
  }

  private UnreadableFileException unknown(String name, String where, List<String> known) {
    return new UnreadableFileException(
        file,
        0,
        "%s has no field \"%s\"; the fields are %s"
            .formatted(where, RejectedCell.abbreviated(name), String.join(", ", known)),
        Header.closest(name, known).map(near -> "\"%s\" is meant".formatted(near)).orElse(""));
  }

  private UnreadableFileException wrong(String name, JsonNode node, String limit) {
    return new UnreadableFileException(
        file,
        0,
        "%s (%s) %s".formatted(name, RejectedCell.abbreviated(String.valueOf(node)), limit),
        "");
  }

  private Map<String, String> texts(JsonNode root, String name) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    JsonNode node = root.get(name);
    if (node != null) {
      requireFields(node, "\"" + name + "\"", roleNames());
      node.fieldNames().forEachRemaining(field -> texts.put(field, text(node, field)));
    }
    return texts;
  }

  private String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isTextual()) {
      throw wrong(name, value == null ? node : value, "must be given as text in quotes");
    }
    return value.textValue();
  }

  private Optional<String> optional(JsonNode node, String name) {
    return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
  }

  private List<String> list(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    JsonNode list = node.get(name);
    for (JsonNode value : list) {
      if (!value.isTextual()) {
        throw wrong(name, list, "must be a list of texts");
      }
      texts.add(value.textValue());
    }
    if (!list.isArray()) {
      throw wrong(name, list, "must be a list of texts");
    }
    return texts;
  }

  private <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String name) {
    String text = text(node, name);
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    name,
                    node.get(name),
                    "must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }
}
