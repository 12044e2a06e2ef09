package io.synkro.predict.features.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.internal.AtomicFile;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file {@code view.json}, from which the view of a folder can be rebuilt. Stateless. */
final class ViewFile {
  private ViewFile() {}

  static void write(Path file, FeatureView view) throws IOException {
    ObjectNode body = SealedJson.begin().put("version", view.version()).put("name", view.name());
    ObjectNode entity = body.putObject("entity").put("name", view.entity().name());
    view.entity().keys().forEach(entity.putArray("keys")::add);
    body.put("staleAfter", view.freshness().staleAfter().toString());
    body.put("timeToLive", view.freshness().timeToLive().toString());
    ArrayNode features = body.putArray("features");
    for (Feature feature : view.schema().features()) {
      features
          .addObject()
          .put("name", feature.name())
          .put("categories", feature.categories())
          .put("definition", feature.definition());
    }
    ObjectNode defaults = body.putObject("defaults");
    new TreeMap<>(view.defaults()).forEach(defaults::put);
    byte[] bytes = SealedJson.encode(body);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /** Reads a view and makes sure that it is the one whose folder it lies in. */
  static FeatureView read(Path file) throws IOException {
    JsonNode body = SealedJson.read(file).body();
    FeatureView view;
    try {
      view = view(body);
    } catch (InvalidInputException | DateTimeException e) {
      throw new CorruptStoreException(file, String.valueOf(e.getMessage()), e);
    }
    if (!file.endsWith(Path.of(view.name(), view.version(), "view.json"))) {
      throw new CorruptStoreException(file, "it describes the view of another folder");
    }
    return view;
  }

  private static FeatureView view(JsonNode body) {
    List<String> keys = new ArrayList<>();
    body.path("entity").path("keys").forEach(key -> keys.add(key.asText()));
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : body.path("features")) {
      features.add(
          new Feature(
              feature.path("name").asText(),
              feature.path("categories").asInt(),
              feature.path("definition").asText()));
    }
    Map<String, Float> defaults = new HashMap<>();
    body.path("defaults")
        .properties()
        .forEach(each -> defaults.put(each.getKey(), (float) each.getValue().asDouble()));
    return new FeatureView(
        body.path("name").asText(),
        new Entity(body.path("entity").path("name").asText(), keys),
        new FeatureSchema(features),
        new Freshness(
            Duration.parse(body.path("staleAfter").asText()),
            Duration.parse(body.path("timeToLive").asText())),
        defaults);
  }
}
