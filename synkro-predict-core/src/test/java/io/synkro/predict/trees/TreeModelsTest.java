package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
    assertThat(loaded.modelText()).isEqualTo(LightGbmTextTest.MODEL);
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
  }

  @Test
  void refusesFilesThatAreCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TreeModels.load(file))
          .as("cut at %d", length)
          .isInstanceOf(CorruptModelException.class)
          .hasMessageContaining("demand.trees");
    }
  }

  @Test
  void noBitThatFlipsChangesAPrediction() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << (i % 8));
      Files.write(file, flipped);
      try {
        // a few bits of a gzip header mean nothing
        assertThat(TreeModels.load(file).modelText()).isEqualTo(LightGbmTextTest.MODEL);
      } catch (SynkroPredictException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length - 10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"leaf_value=0.1|leaf_value=0.3|SHA-256",
        "synkro-predict-trees|other|not that of a tree model",
        "\"name\":\"price\"|\"name\":\"pr ice\"|no schema",
        "\"name\":\"price\"|\"name\":\"cost\"|not those of the schema",
        "\"name\":\"price\"|\"name\":null|header cannot be read",
        "\"columns\":[|\"columns\":[null,|header cannot be read",
        "\"columns\":|\"other\":|header cannot be read",
        "\"bytes\":|\"bytes\":1|of 1",
        "\"bytes\":|\"bytes\":-|not that of a tree model",
        "end of trees|end of trees and more|goes on"
      })
  void saysWhatIsWrongWithTheFile(String good, String bad, String problem) throws IOException {
    rewrite(good.replace("\"leaf", "leaf"), bad);
    assertThatThrownBy(() -> TreeModels.load(file))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("demand.trees")
        .hasMessageContaining(problem);
  }

  @Test
  void saysThatAFileIsTooNew() throws IOException {
    rewrite("\"version\":1", "\"version\":2");
    assertThatThrownBy(() -> TreeModels.load(file))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("version 2");
  }

  /** Text of equal trees shrinks more than a hundredfold; no limit on that may stand in its way. */
  @Test
  void loadsAModelWhoseTextShrinksAlmostToNothing() throws IOException {
    String repeated = LightGbmTextTest.MODEL + "\n".repeat(4_000_000);
    TreeModel large = TreeModels.of("lightgbm", Tables.SCHEMA, repeated);
    large.save(file);
    assertThat(Files.size(file)).isLessThan(repeated.length() / 200);
    assertThat(TreeModels.load(file).modelText()).isEqualTo(repeated);
  }

  @Test
  void refusesFilesThatAreNone() throws IOException {
    Files.writeString(file, "tree\nversion=v4\n");
    assertThatThrownBy(() -> TreeModels.load(file)).isInstanceOf(CorruptModelException.class);
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
    assertThat(TreeModels.of("lightgbm", Tables.SCHEMA, text).modelText())
        .isEqualTo(LightGbmTextTest.MODEL);
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

  private void rewrite(String good, String bad) throws IOException {
    String content;
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(content).contains(good);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.replace(good, bad).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file, bytes.toByteArray());
  }
}
