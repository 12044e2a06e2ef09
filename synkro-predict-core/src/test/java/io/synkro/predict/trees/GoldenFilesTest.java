package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that versions of the library have written stay readable. They hold the models of {@link
 * LightGbmTextTest} and {@link XgboostJsonTest}, where the margins come from. Never write them
 * anew.
 */
class GoldenFilesTest {
  private final Path folder;

  GoldenFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private TreeModel load(String resource) throws IOException {
    Path file = folder.resolve(resource);
    Files.write(file, TreeModelFileV1Test.bytes(resource));
    return TreeModels.load(file);
  }

  private static double margin(TreeModel model, float price, float store) {
    return model.margins(Tables.row(price, store))[0];
  }

  @ParameterizedTest
  @ValueSource(strings = {"lightgbm-v1.trees", "lightgbm-v2.trees"})
  void lightGbm(String resource) throws IOException {
    TreeModel model = load(resource);
    assertThat(model.engine()).isEqualTo("lightgbm");
    assertThat(model.schema()).isEqualTo(Tables.SCHEMA);
    assertThat(model.link()).isEqualTo(Link.of(Link.Kind.EXP));
    assertThat(margin(model, 1, 0)).isEqualTo(0.1 + 1);
    assertThat(margin(model, 1.5f, 2)).isEqualTo(0.1 + 1);
    assertThat(margin(model, Math.nextUp(1.5f), 2)).isEqualTo(0.2 + 1);
    assertThat(margin(model, Float.NaN, 2)).isEqualTo(0.2 + 1);
    assertThat(margin(model, 1, 1)).isEqualTo(0.4 + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xgboost-v1.trees", "xgboost-v2.trees"})
  void xgboost(String resource) throws IOException {
    TreeModel model = load(resource);
    assertThat(model.engine()).isEqualTo("xgboost");
    assertThat(model.schema()).isEqualTo(Tables.SCHEMA);
    assertThat(model.link()).isEqualTo(Link.of(Link.Kind.IDENTITY));
    assertThat(margin(model, 1, 0)).isEqualTo(2f + 0.1f);
    assertThat(margin(model, Math.nextDown(1.5f), 1)).isEqualTo(2.25);
    assertThat(margin(model, 1.5f, 1)).isEqualTo(2.5);
    assertThat(margin(model, Float.NaN, 1)).isEqualTo(2.25);
    assertThat(margin(model, 1, Float.NaN)).isEqualTo(2.25);
  }

  /** As long as this is the version that is written. */
  @Test
  void version2IsStillWrittenByteForByte() throws IOException {
    for (String resource : new String[] {"lightgbm-v2.trees", "xgboost-v2.trees"}) {
      assertThat(TreeModelFile.encode(load(resource)))
          .isEqualTo(TreeModelFileV1Test.bytes(resource));
    }
  }
}
