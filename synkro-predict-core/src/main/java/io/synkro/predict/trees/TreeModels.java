package io.synkro.predict.trees;

import io.synkro.predict.tabular.FeatureSchema;
import java.io.IOException;
import java.nio.file.Path;

/** Makes and loads tree models. Stateless. */
public final class TreeModels {
  private TreeModels() {}

  /**
   * Creates a model from what an engine has written.
   *
   * @param engine {@code "lightgbm"} (its text format) or {@code "xgboost"} (its JSON format)
   * @param schema columns that the engine was trained on
   * @param modelText what the engine has written
   * @return the model
   * @throws CorruptModelException if the text is damaged, or does not go with the schema
   * @throws UnsupportedModelException if the model uses what this library does not evaluate
   */
  public static TreeModel of(String engine, FeatureSchema schema, String modelText) {
    ParsedTrees parsed = parse(engine, modelText);
    if (parsed.ensemble().features() != schema.size()) {
      throw new CorruptModelException(
          engine + " text",
          "it has %d features, its schema %d"
              .formatted(parsed.ensemble().features(), schema.size()),
          null);
    }
    if (!parsed.featureNames().isEmpty() && !parsed.featureNames().equals(schema.names())) {
      throw new CorruptModelException(
          engine + " text",
          "its features %s are not those of the schema, %s"
              .formatted(parsed.featureNames(), schema.names()),
          null);
    }
    return new TreeModel(engine, schema, parsed, modelText);
  }

  private static ParsedTrees parse(String engine, String modelText) {
    return switch (engine) {
      case "lightgbm" -> LightGbmText.read(modelText);
      case "xgboost" -> XgboostJson.read(modelText);
      default ->
          throw new UnsupportedModelException(
              engine, "an unknown text format", "use \"lightgbm\" or \"xgboost\"");
    };
  }

  /**
   * Loads a model that {@link TreeModel#save} has written.
   *
   * @param file the file
   * @return the model; it predicts the same to the last bit
   * @throws IOException if the file cannot be read
   * @throws CorruptModelException if it is damaged, cut short, or no tree model; the message names
   *     the file and what is wrong
   * @throws UnsupportedModelException if it was written by a later version of this library
   */
  public static TreeModel load(Path file) throws IOException {
    TreeModelFile.Content content = TreeModelFile.read(file);
    try {
      return of(content.engine(), content.schema(), content.modelText());
    } catch (CorruptModelException e) {
      throw new CorruptModelException(file.toString(), e.problem(), e);
    }
  }
}
