package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.synkro.predict.SynkroPredictException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody has changed on purpose, the checksum too. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTreeModelFileTest {
  private static final int MUTATIONS = 4000;
  private static final int MAGIC = 8;

  private final byte[] whole = TreeModelFile.encode(TreeModelFileTest.lightGbm());

  HostileTreeModelFileTest() throws IOException {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"trees\":2|\"trees\":2000000000",
        "\"trees\":2|\"trees\":-2",
        "\"trees\":2|\"trees\":1",
        "\"nodes\":2|\"nodes\":2147483647",
        "\"nodes\":2|\"nodes\":-2147483648",
        "\"leaves\":4|\"leaves\":2147483647",
        "\"nodes\":2,\"leaves\":4|\"nodes\":2147483645,\"leaves\":2147483647",
        "\"sets\":1|\"sets\":2147483647",
        "\"sets\":1|\"sets\":-1",
        "\"categories\":2}|\"categories\":2147483647}",
        "\"categories\":2}|\"categories\":-2}",
        "\"outputs\":1|\"outputs\":2147483647",
        "\"outputs\":1|\"outputs\":0",
        "\"outputs\":1|\"outputs\":-1",
        "\"leafWidth\":1|\"leafWidth\":2147483647",
        "\"leafWidth\":1|\"leafWidth\":0",
        "\"outputs\":1,\"leafWidth\":1|\"outputs\":2147483647,\"leafWidth\":2147483647",
        "\"covered\":true|\"covered\":false"
      })
  void refusesLengthsThatAreNotThereBeforeItMakesRoom(String good, String bad) {
    byte[] hostile = DamagedFile.withHeader(whole, good, bad);
    long before = allocated();
    assertThatThrownBy(() -> decode(hostile))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("bytes of columns do not have");
    assertThat(allocated() - before).isLessThan(4_000_000);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 100_000, Integer.MAX_VALUE})
  void refusesHeadersOfAnotherLength(int length) {
    byte[] hostile = DamagedFile.withInt(whole, 12, length);
    assertThatThrownBy(() -> decode(hostile))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"price\"|\"name\":\"pr ice\"|wrong column or link",
        "\"name\":\"price\"|\"name\":\"store\"|wrong column or link",
        "\"slope\":1.0|\"slope\":-1|wrong column or link",
        "\"slope\":1.0|\"slope\":1e999|wrong column or link",
        "\"slope\":1.0|\"slope\":\"1\"|header cannot be read",
        "\"rounds\":1|\"rounds\":0|a link of 0 rounds",
        "\"rounds\":1|\"rounds\":1.5|header cannot be read",
        "\"name\":\"price\"|\"name\":null|header cannot be read",
        "\"columns\":[|\"columns\":[null,|header cannot be read",
        "\"columns\":|\"other\":|header cannot be read",
        "\"engine\":|\"other\":0,\"engine\":|header cannot be read",
        "\"engine\":|\"engine\":\"x\",\"engine\":|header cannot be read",
        "{\"name\":\"price\",\"categories\":0},||tree 0 asks for feature 1",
        "\"treesPerRound\":1|\"treesPerRound\":0|0 trees a round",
        "\"bestRounds\":0|\"bestRounds\":-1|-1 best rounds",
        "\"bestRounds\":0|\"bestRounds\":9|9 best rounds",
        "\"treesPerRound\":1|\"treesPerRound\":7|7 trees a round",
        "\"rounds\":1|\"rounds\":7|a link of 7 rounds"
      })
  void saysWhatIsWrongWithTheHeader(String good, String bad, String problem) {
    byte[] hostile = DamagedFile.withHeader(whole, good, bad == null ? "" : bad);
    assertThatThrownBy(() -> decode(hostile))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("some.trees")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({"EXP, GUMBEL, the link GUMBEL", "LIGHTGBM, CATBOOST, the dialect CATBOOST"})
  void namesWhatOnlyLaterVersionsKnow(String good, String bad, String problem) {
    byte[] newer = DamagedFile.withHeader(whole, '"' + good + '"', '"' + bad + '"');
    assertThatThrownBy(() -> decode(newer))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining(problem);
  }

  static List<TreeModel> models() {
    List<TreeModel> models = new ArrayList<>(ForestSamples.models());
    models.add(TreeModelFileTest.lightGbm());
    models.add(TreeModels.of("xgboost", Tables.SCHEMA, XgboostJsonTest.MODEL));
    return models;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void refusesDamagesOrScoresAllTheSame(TreeModel model) throws IOException {
    byte[] good = TreeModelFile.encode(model);
    SplittableRandom random = new SplittableRandom(42);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bad = mutated(good, random);
      try {
        TreeModel loaded = decode(bad);
        double[] margins = loaded.margins(ForestSamples.rows(loaded.schema()));
        assertThat(Arrays.stream(margins).allMatch(Double::isFinite)).isTrue();
      } catch (SynkroPredictException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS - 1);
  }

  private static byte[] mutated(byte[] good, SplittableRandom random) {
    byte[] bad = good.clone();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = MAGIC + random.nextInt(good.length - MAGIC - 4);
      bad[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) (bad[at] ^ 1 << random.nextInt(8));
            case 2 -> (byte) (bad[at] + (random.nextBoolean() ? 1 : -1));
            default -> bad[MAGIC + random.nextInt(good.length - MAGIC - 4)];
          };
    }
    return DamagedFile.signed(bad);
  }

  @Test
  void aSetOfCategoriesCannotBeSharedByManyNodes() {
    TreeModel model = ForestSamples.models().get(0);
    float[] thresholds = model.ensemble().forest().nodes().threshold();
    byte[] rules = model.ensemble().forest().nodes().rules();
    int last = rules.length - 1;
    while ((rules[last] & 1) == 0) {
      last--;
    }
    thresholds[last] = 0;
    assertThatThrownBy(() -> decode(TreeModelFile.encode(model)))
        .hasMessageContaining("another set of categories than its own");
  }

  private static TreeModel decode(byte[] bytes) {
    return TreeModelFile.decode("some.trees", bytes);
  }
}
