package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeModelsTest {
  private final TreeModel model = TreeModels.of("lightgbm", Tables.SCHEMA, LightGbmTextTest.MODEL);
  private final Path folder;
  private final Path file;

  TreeModelsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.file = folder.resolve("demand.trees");
    model.save(file);
  }

  @Test
  void loadsWhatWasSaved() throws IOException {
    TreeModel loaded = TreeModels.load(file);
    assertThat(loaded.engine()).isEqualTo("lightgbm");
    assertThat(loaded.schema()).isEqualTo(Tables.SCHEMA);
    assertThat(loaded.link()).isEqualTo(Link.of(Link.Kind.EXP));
    assertThat(loaded.predict(Tables.row(1, 0))).isEqualTo(model.predict(Tables.row(1, 0)));
    assertThat(folder.toFile().list()).containsExactly("demand.trees");
  }

  @Test
  void aSaveThatFailsLeavesTheOldFile() throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> model.save(folder.resolve("absent").resolve("demand.trees")))
        .isInstanceOf(IOException.class);
    assertThat(file).hasBinaryContent(before);
    Path occupied = Files.createDirectory(folder.resolve("occupied"));
    Files.createFile(occupied.resolve("something"));
    assertThatThrownBy(() -> model.save(occupied)).isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("demand.trees", "occupied");
  }

  @Test
  void replacesTheOldFile() throws IOException {
    TreeModels.of("xgboost", Tables.SCHEMA, XgboostJsonTest.MODEL).save(file);
    assertThat(TreeModels.load(file).engine()).isEqualTo("xgboost");
  }

  @Test
  void refusesFilesThatAreNone() throws IOException {
    for (String content : new String[] {"", "tree\nversion=v4\nnum_class=1\n"}) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> TreeModels.load(file))
          .isInstanceOf(CorruptModelException.class)
          .hasMessageContaining("demand.trees")
          .hasMessageContaining("does not begin as a tree model does");
    }
    assertThatThrownBy(() -> TreeModels.load(folder.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void refusesASchemaOfAnotherSize() {
    FeatureSchema one = new FeatureSchema(List.of(Feature.number("price")));
    assertThatThrownBy(() -> TreeModels.of("lightgbm", one, LightGbmTextTest.MODEL))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("2 features, its schema 1");
    assertThatThrownBy(() -> TreeModels.of("catboost", Tables.SCHEMA, "x"))
        .isInstanceOf(UnsupportedModelException.class);
  }
}
