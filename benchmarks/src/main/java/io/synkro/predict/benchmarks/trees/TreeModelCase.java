package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.engine.lightgbm.NativeLightGbm;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model to measure: trained once by the native engine on {@link DemandTable} and kept below
 * {@code benchmarks/target}, so that every process measures the same one.
 *
 * @param engine {@code "lightgbm"} or {@code "xgboost"}
 * @param trees number of trees
 * @param leaves most leaves of a tree
 */
record TreeModelCase(String engine, int trees, int leaves) {
  private static final int TRAINING_ROWS = 60_000;
  private static final long SEED = 1;

  /** Reads {@code "500x63"}. */
  static TreeModelCase of(String engine, String shape) {
    String[] parts = shape.split("x", 2);
    return new TreeModelCase(engine, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  boolean isLightGbm() {
    return engine.equals("lightgbm");
  }

  /** LightGBM's text or XGBoost's UBJSON. */
  byte[] saved() throws IOException {
    Path file =
        Path.of("benchmarks", "target", "models", "%s-%dx%d".formatted(engine, trees, leaves));
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Path beside = Files.createTempFile(file.getParent(), "training", "");
      Files.write(beside, isLightGbm() ? lightGbm() : xgboost());
      Files.move(beside, file);
    }
    return Files.readAllBytes(file);
  }

  TreeModel model() throws IOException {
    return TreeModels.of(engine, DemandTable.SCHEMA, saved());
  }

  private byte[] lightGbm() {
    String parameters =
        "objective=tweedie tweedie_variance_power=1.3 learning_rate=0.05 num_leaves=%d"
                .formatted(leaves)
            + " min_data_in_leaf=20 max_bin=255 feature_fraction=0.7 bagging_fraction=0.7"
            + " bagging_freq=1 cat_smooth=5 min_data_per_group=50";
    return NativeLightGbm.train(DemandTable.data(TRAINING_ROWS, SEED), parameters, trees)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] xgboost() {
    Map<String, Object> parameters =
        Map.of(
            "objective",
            "reg:tweedie",
            "tweedie_variance_power",
            1.3,
            "eta",
            0.05,
            "tree_method",
            "hist",
            "grow_policy",
            "lossguide",
            "max_leaves",
            leaves,
            "max_depth",
            0,
            "min_child_weight",
            20,
            "colsample_bytree",
            0.7,
            "subsample",
            0.7);
    try (NativeXgboost model =
        NativeXgboost.train(DemandTable.data(TRAINING_ROWS, SEED), parameters, trees)) {
      return model.save("ubj");
    }
  }
}
