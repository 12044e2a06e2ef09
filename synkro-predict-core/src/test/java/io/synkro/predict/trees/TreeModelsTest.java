package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void readsWhatEnginesHaveWritten() throws IOException {
    Files.writeString(file, LightGbmTextTest.MODEL);
    TreeModel lightgbm = TreeModels.read(file);
    assertThat(lightgbm.engine()).isEqualTo("lightgbm");
    assertThat(lightgbm.schema()).isEqualTo(Tables.SCHEMA);
    assertThat(lightgbm.predict(Tables.row(1, 0))).isEqualTo(model.predict(Tables.row(1, 0)));

    Files.writeString(file, XgboostJsonTest.MODEL);
    TreeModel json = TreeModels.read(file);
    Files.write(file, XgboostUbjsonTest.MODEL);
    TreeModel ubjson = TreeModels.read(file);
    FeatureSchema two = // the file knows of the stores 0 and 1
        new FeatureSchema(List.of(Feature.number("price"), Feature.category("store", 2)));
    FeatureTable row = new FeatureTable(two, new float[][] {{1}, {1}});
    assertThat(json.engine()).isEqualTo("xgboost").isEqualTo(ubjson.engine());
    assertThat(json.margins(row)).containsExactly(2.25).isEqualTo(ubjson.margins(row));
  }

  @Test
  void savesAModelThatCameAsBytes() throws IOException {
    TreeModel ubjson = TreeModels.of("xgboost", Tables.SCHEMA, XgboostUbjsonTest.MODEL);
    ubjson.save(file);
    assertThat(TreeModels.load(file).margins(Tables.row(1, 0)))
        .isEqualTo(ubjson.margins(Tables.row(1, 0)));
    byte[] text = LightGbmTextTest.MODEL.getBytes(StandardCharsets.UTF_8);
    assertThat(TreeModelFile.encode(TreeModels.of("lightgbm", Tables.SCHEMA, text)))
        .isEqualTo(TreeModelFile.encode(model));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAR1 and so on|begin neither as",
        "''|begin neither as",
        "{|cannot be parsed",
        "{}|has no learner",
        "{L|cannot be parsed",
        "tree|begin neither as"
      })
  void namesTheFileThatIsNoModel(String content, String problem) throws IOException {
    Files.writeString(file, content);
    assertThatThrownBy(() -> TreeModels.read(file))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("demand.trees")
        .hasMessageContaining(problem);
  }

  @Test
  void namesTheFileThatIsNotSupported() throws IOException {
    Files.writeString(file, LightGbmTextTest.MODEL.replace("is_linear=0", "is_linear=1"));
    assertThatThrownBy(() -> TreeModels.read(file))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("demand.trees")
        .hasMessageContaining("is_linear=1");
    Files.writeString(file, "binf....");
    assertThatThrownBy(() -> TreeModels.read(file))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("binary format");
    assertThatThrownBy(() -> TreeModels.read(folder.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void comparesNamesAsAFeatureCanHaveThem() {
    String odd = LightGbmTextTest.MODEL.replace("price store", "price(EUR) store");
    FeatureSchema schema =
        new FeatureSchema(List.of(Feature.number("price_EUR_"), Feature.category("store", 3)));
    assertThat(TreeModels.of("lightgbm", schema, odd).schema()).isEqualTo(schema);
  }
}
