package io.synkro.predict.trees;

import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Makes and loads tree models. Stateless. */
public final class TreeModels {
  private TreeModels() {}

  /**
   * Creates a model from the text that an engine has written.
   *
   * @param engine {@code "lightgbm"} (its text format) or {@code "xgboost"} (its JSON format)
   * @param schema columns that the engine was trained on
   * @param modelText what the engine has written
   * @return the model
   * @throws CorruptModelException if the text is damaged, or does not go with the schema
   * @throws UnsupportedModelException if the model uses what this library does not evaluate
   */
  public static TreeModel of(String engine, FeatureSchema schema, String modelText) {
    ParsedTrees parsed =
        switch (engine) {
          case LightGbmText.ENGINE -> LightGbmText.read(modelText);
          case XgboostJson.ENGINE -> XgboostJson.read(modelText);
          default -> throw unknown(engine);
        };
    requireFits(engine, schema, parsed);
    return new TreeModel(engine, schema, parsed);
  }

  /**
   * Creates a model from the text that LightGBM has written of trees that were trained on the
   * numbers of bins.
   *
   * @param bins what the numbers mean; their schema is that of the model
   * @param modelText LightGBM's text, thresholds and all features numbers of bins
   * @return a model of values: it sends each where the trees send its bin
   * @throws CorruptModelException if the text is damaged, or does not go with the schema
   * @throws UnsupportedModelException if the model uses what this library does not evaluate
   */
  public static TreeModel ofBinned(FeatureBins bins, String modelText) {
    ParsedTrees parsed = LightGbmText.read(modelText);
    requireFits(LightGbmText.ENGINE, bins.schema(), parsed);
    TreeEnsemble ensemble =
        new TreeEnsemble(BinThresholds.toValues(parsed.ensemble().forest(), bins));
    return new TreeModel(
        LightGbmText.ENGINE,
        bins.schema(),
        new ParsedTrees(
            ensemble,
            parsed.link(),
            parsed.featureNames(),
            parsed.schema(),
            parsed.treesPerRound(),
            parsed.bestRounds()));
  }

  /**
   * Creates a model from the bytes that an engine has written.
   *
   * @param engine {@code "lightgbm"} (its text format) or {@code "xgboost"} (its JSON or UBJSON
   *     format)
   * @param schema columns that the engine was trained on
   * @param model what the engine has written; text is UTF-8
   * @return the model
   * @throws CorruptModelException if it is damaged, or does not go with the schema
   * @throws UnsupportedModelException if the model uses what this library does not evaluate
   */
  public static TreeModel of(String engine, FeatureSchema schema, byte[] model) {
    ParsedTrees parsed = parse(engine, model);
    requireFits(engine, schema, parsed);
    return new TreeModel(engine, schema, parsed);
  }

  /**
   * Reads a model file that LightGBM (as text) or XGBoost (as JSON or UBJSON) has written, from
   * Python for instance, or this library. The file's first bytes tell which. The schema has the
   * names that the file has, with every character that a {@link io.synkro.predict.tabular.Feature}
   * does not allow replaced by {@code _}; without names, features are {@code f0, f1, …}.
   *
   * @param file the file
   * @return the model, with all its rounds
   * @throws IOException if the file cannot be read
   * @throws CorruptModelException if it is damaged, cut short, or no such model; the message names
   *     the file and what is wrong
   * @throws UnsupportedModelException if the model uses what this library does not evaluate; the
   *     message names the file and what it is
   */
  public static TreeModel read(Path file) throws IOException {
    byte[] model = TreeModelFile.bytes(file);
    if (TreeModelFile.begins(model)) {
      return TreeModelFile.read(file, model);
    }
    try {
      String engine = ModelFormat.of(model).engine();
      ParsedTrees parsed = parse(engine, model);
      return new TreeModel(engine, parsed.schema(), parsed);
    } catch (CorruptModelException e) {
      throw new CorruptModelException(file.toString(), e.problem(), e);
    } catch (UnsupportedModelException e) {
      throw e.in(file);
    }
  }

  /**
   * Loads a model that {@link TreeModel#save} has written, with this version of the library or one
   * before.
   *
   * @param file the file
   * @return the model; it predicts the same to the last bit
   * @throws IOException if the file cannot be read
   * @throws CorruptModelException if it is damaged, cut short, or no tree model; the message names
   *     the file and what is wrong
   * @throws UnsupportedModelException if it was written by a later version of this library
   */
  public static TreeModel load(Path file) throws IOException {
    return TreeModelFile.read(file, TreeModelFile.bytes(file));
  }

  private static ParsedTrees parse(String engine, byte[] model) {
    return switch (engine) {
      case LightGbmText.ENGINE -> LightGbmText.read(utf8(model));
      case XgboostJson.ENGINE -> XgboostJson.read(model);
      default -> throw unknown(engine);
    };
  }

  private static String utf8(byte[] model) {
    return new String(model, StandardCharsets.UTF_8);
  }

  private static UnsupportedModelException unknown(String engine) {
    return new UnsupportedModelException(
        engine, "an unknown format", "use \"lightgbm\" or \"xgboost\"");
  }

  private static void requireFits(String engine, FeatureSchema schema, ParsedTrees parsed) {
    int features = parsed.ensemble().features();
    if (features != schema.size()) {
      throw new CorruptModelException(
          engine + " model",
          "it has %d features, its schema %d".formatted(features, schema.size()),
          null);
    }
    // a schema cannot have every name that a file can, so that cleaned names are compared
    if (!parsed.featureNames().isEmpty() && !parsed.schema().names().equals(schema.names())) {
      throw new CorruptModelException(
          engine + " model",
          "its features %s are not those of the schema, %s"
              .formatted(parsed.featureNames(), schema.names()),
          null);
    }
  }
}
