package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.tabular.FeatureTable;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever happens to a model file, it is refused with an exception of this library or gives finite
 * margins, and asks for no more memory than a file of its size can need.
 */
class ModelFuzzTest {
  private static final long MOST_BYTES = 256 << 20;

  private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private int refused;

  private static List<byte[]> models(String format) {
    return switch (format) {
      case "lightgbm" ->
          List.of(
              utf8(LightGbmTextTest.MODEL),
              utf8(
                  LightGbmTextTest.MODEL
                      .replace("objective=poisson", "objective=multiclass num_class:2")
                      .replace("iteration=1", "iteration=2")));
      case "json" ->
          List.of(
              utf8(XgboostJsonTest.MODEL),
              utf8(XgboostModelTest.MODEL),
              utf8(XgboostModelTest.VECTORS));
      default ->
          List.of(
              XgboostUbjsonTest.MODEL,
              Ubjson.of(XgboostModelTest.MODEL),
              Ubjson.of(XgboostModelTest.VECTORS));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"lightgbm, 1, 5000", "json, 2, 5000", "ubjson, 3, 5000"})
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void noDamageGetsThrough(String format, long seed, int count) {
    models(format).forEach(this::check);
    assertThat(refused).as("of the undamaged models").isZero();
    ModelMutations mutations = new ModelMutations(seed, models(format));
    for (int i = 0; i < count; i++) {
      byte[] model = mutations.next();
      long before = memory.getCurrentThreadAllocatedBytes();
      try {
        check(model);
      } catch (RuntimeException | Error e) {
        fail("mutation %d: %s".formatted(i, Base64.getEncoder().encodeToString(model)), e);
      }
      assertThat(memory.getCurrentThreadAllocatedBytes() - before)
          .as("memory for mutation %d of %d bytes", i, model.length)
          .isLessThan(MOST_BYTES);
    }
    assertThat(refused)
        .isBetween(count / 4, count - count / 100); // the damage is neither all nor none
  }

  private void check(byte[] model) {
    ParsedTrees parsed;
    try {
      parsed =
          ModelFormat.of(model) == ModelFormat.LIGHTGBM_TEXT
              ? LightGbmText.read(new String(model, StandardCharsets.UTF_8))
              : XgboostJson.read(model);
    } catch (SynkroPredictException e) {
      refused++;
      return;
    }
    int features = parsed.ensemble().features();
    for (float value : new float[] {0, 1, -1, 2, Float.NaN, Float.MAX_VALUE}) {
      float[][] row = new float[features][];
      Arrays.fill(row, new float[] {value});
      double[] margins = parsed.ensemble().margins(new FeatureTable(parsed.schema(), row));
      assertThat(Arrays.stream(margins)).as("margins").allMatch(Double::isFinite);
    }
  }
}
