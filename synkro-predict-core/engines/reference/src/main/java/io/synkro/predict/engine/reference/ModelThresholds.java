package io.synkro.predict.engine.reference;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the thresholds in what an engine has written, to make rows that meet them. Stateless. */
public final class ModelThresholds {
  private static final Pattern LIGHTGBM = Pattern.compile("(?m)^threshold=(.+)$");

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private ModelThresholds() {}

  /**
   * Finds thresholds.
   *
   * @param setting what was trained
   * @param saved what {@link Setting#train} has returned
   * @return finite thresholds, some of them perhaps numbers of sets of categories
   */
  public static List<Float> of(Setting setting, byte[] saved) {
    try {
      return setting.isLightGbm() ? lightGbm(saved) : xgboost(saved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Float> lightGbm(byte[] saved) {
    return LIGHTGBM
        .matcher(new String(saved, StandardCharsets.UTF_8))
        .results()
        .flatMap(result -> Stream.of(result.group(1).split(" ", -1)))
        .filter(number -> !number.endsWith("inf"))
        .map(Float::valueOf)
        .toList();
  }

  private static List<Float> xgboost(byte[] saved) throws IOException {
    List<Float> thresholds = new ArrayList<>();
    for (JsonNode tree : JSON.readTree(saved).findParents("split_conditions")) {
      for (int i = 0; i < tree.get("left_children").size(); i++) {
        double threshold = tree.get("split_conditions").get(i).asDouble();
        if (tree.get("left_children").get(i).asInt() >= 0 && Double.isFinite(threshold)) {
          thresholds.add((float) threshold);
        }
      }
    }
    return thresholds;
  }
}
