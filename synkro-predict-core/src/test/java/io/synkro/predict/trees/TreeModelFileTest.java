package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.internal.Forest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TreeModelFileTest {
  private static final int HEADER_AT = 16;

  private final byte[] whole = TreeModelFile.encode(lightGbm());

  TreeModelFileTest() throws IOException {}

  static TreeModel lightGbm() {
    return TreeModels.of("lightgbm", Tables.SCHEMA, LightGbmTextTest.MODEL);
  }

  static List<TreeModel> models() {
    return ForestSamples.models();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void everyColumnComesBackToTheLastBit(TreeModel model) throws IOException {
    TreeModel loaded = decode(TreeModelFile.encode(model));
    assertThat(loaded.engine()).isEqualTo(model.engine());
    assertThat(loaded.schema()).isEqualTo(model.schema());
    assertThat(loaded.link()).isEqualTo(model.link());
    assertThat(loaded.trees().schema()).isEqualTo(model.trees().schema());
    assertThat(loaded.trees().featureNames()).isEqualTo(model.schema().names());
    assertThat(loaded.trees().treesPerRound()).isEqualTo(model.trees().treesPerRound());
    assertThat(loaded.trees().bestRounds()).isEqualTo(model.trees().bestRounds());
    assertThat(loaded.ensemble().forest())
        .usingRecursiveComparison()
        .isEqualTo(model.ensemble().forest());
    FeatureTable rows = ForestSamples.rows(model.schema());
    assertThat(loaded.predict(rows)).isEqualTo(model.predict(rows));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void theSameModelGivesTheSameBytes(TreeModel model) throws IOException {
    byte[] bytes = TreeModelFile.encode(model);
    assertThat(TreeModelFile.encode(model)).isEqualTo(bytes);
    assertThat(TreeModelFile.encode(decode(bytes))).isEqualTo(bytes);
  }

  @Test
  void definitionsOfFeaturesAreSavedWithTheModel() throws IOException {
    FeatureSchema defined =
        new FeatureSchema(
            Tables.SCHEMA.features().stream().map(f -> f.definedAs("of " + f.name())).toList());
    TreeModel model = TreeModels.of("lightgbm", defined, LightGbmTextTest.MODEL);
    TreeModel loaded = decode(TreeModelFile.encode(model));
    assertThat(loaded.schema()).isEqualTo(defined);
    assertThat(loaded.schema().version()).isEqualTo(defined.version());
  }

  @Test
  void savesTheFirstRoundsAlone() throws IOException {
    TreeModel all = models().get(1);
    TreeModel first = all.first(2);
    TreeModel loaded = decode(TreeModelFile.encode(first));
    FeatureTable rows = ForestSamples.rows(all.schema());
    assertThat(loaded.rounds()).isEqualTo(2);
    assertThat(loaded.link().rounds()).isEqualTo(2);
    assertThat(loaded.ensemble().forest().trees()).isEqualTo(6);
    assertThat(loaded.predict(rows)).isEqualTo(first.predict(rows)).isNotEqualTo(all.predict(rows));
  }

  /** Read here as another program would, by the Javadoc of {@link TreeModelFile}. */
  @Test
  void liesInTheFileAsDescribed() {
    ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    file.get(magic);
    assertThat(magic).containsExactly(0x89, 0x53, 0x50, 0x54, 0x0d, 0x0a, 0x1a, 0x0a);
    assertThat(file.getInt()).isEqualTo(2);
    int headerLength = file.getInt();
    String header = new String(whole, HEADER_AT, headerLength, StandardCharsets.UTF_8);
    assertThat(header.strip())
        .isEqualTo(
            "{\"engine\":\"lightgbm\",\"columns\":[{\"name\":\"price\",\"categories\":0},"
                + "{\"name\":\"store\",\"categories\":3}],\"dialect\":\"LIGHTGBM\","
                + "\"link\":{\"kind\":\"EXP\",\"slope\":1.0,\"rounds\":1},"
                + "\"treesPerRound\":1,\"bestRounds\":0,"
                + "\"sizes\":{\"outputs\":1,\"leafWidth\":1,\"trees\":2,\"nodes\":2,\"leaves\":4,"
                + "\"covered\":true,\"sets\":1,\"categories\":2}}");
    file.position(HEADER_AT + headerLength);
    assertThat(file.position() % 8).isZero();
    assertThat(doubles(file, 1)).containsExactly(0); // base
    assertThat(doubles(file, 4)).containsExactly(0.1, 0.2, 0.4, 1);
    assertThat(doubles(file, 2)).containsExactly(100, 70); // covers of nodes
    assertThat(doubles(file, 4)).containsExactly(20, 30, 50, 0); // and of leaves
    assertThat(ints(file, 2)).containsExactly(0, 0); // outputs of trees
    assertThat(ints(file, 3)).containsExactly(0, 2, 2); // first nodes
    assertThat(ints(file, 3)).containsExactly(0, 3, 4); // first leaves
    assertThat(ints(file, 4)).containsExactly(0, 1, 2, 0); // ids of leaves
    assertThat(ints(file, 2)).containsExactly(0, 1); // features
    assertThat(ints(file, 2)).containsExactly(1, ~0); // left
    assertThat(ints(file, 2)).containsExactly(~1, ~2); // right
    assertThat(ints(file, 2)).containsExactly(0, 2); // first categories
    assertThat(ints(file, 2)).containsExactly(0, 2); // categories
    assertThat(new float[] {file.getFloat(), file.getFloat()}).containsExactly(1.5f, 0);
    assertThat(new byte[] {file.get(), file.get()})
        .containsExactly(Forest.NAN_IS_MISSING, Forest.CATEGORY | Forest.NAN_IS_MISSING);
    CRC32C crc = new CRC32C();
    crc.update(whole, 0, file.position());
    assertThat(file.getInt()).isEqualTo((int) crc.getValue());
    assertThat(file.hasRemaining()).isFalse();
  }

  private static double[] doubles(ByteBuffer file, int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> file.getDouble());
    return values;
  }

  private static int[] ints(ByteBuffer file, int count) {
    int[] values = new int[count];
    Arrays.setAll(values, i -> file.getInt());
    return values;
  }

  @Test
  void refusesEveryCut() {
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decode(cut))
          .as("cut at %d", length)
          .isInstanceOf(CorruptModelException.class)
          .hasMessageContaining("some.trees");
    }
  }

  @Test
  void refusesEveryFlippedBit() {
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> decode(flipped))
          .as("bit %d", bit)
          .isInstanceOf(CorruptModelException.class);
    }
  }

  @Test
  void refusesWhatGoesOn() {
    byte[] longer = Arrays.copyOf(whole, whole.length + 8);
    assertThatThrownBy(() -> decode(longer)).hasMessageContaining("checksum");
    assertThatThrownBy(() -> decode(DamagedFile.signed(longer)))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("bytes of columns");
  }

  @ParameterizedTest
  @CsvSource({"3, version 3", "2147483647, version 2147483647"})
  void saysThatAFileIsTooNew(int version, String problem) {
    byte[] newer = DamagedFile.withInt(whole, 8, version);
    assertThatThrownBy(() -> decode(newer))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("update synkro-predict-core");
  }

  @ParameterizedTest
  @CsvSource({"1, version 1", "0, version 0", "-1, version -1"})
  void refusesVersionsThatThereNeverWere(int version, String problem) {
    byte[] other = DamagedFile.withInt(whole, 8, version);
    assertThatThrownBy(() -> decode(other))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(problem);
  }

  private static TreeModel decode(byte[] bytes) {
    return TreeModelFile.decode("some.trees", bytes);
  }
}
