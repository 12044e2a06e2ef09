package io.synkro.predict.engine.reference;

import com.sun.management.ThreadMXBean;
import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.LightGbmText;
import io.synkro.predict.trees.ParsedTrees;
import io.synkro.predict.trees.XgboostJson;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the readers to this: whatever happens to a model file, it is refused with an exception of
 * this library or gives finite margins, and asks for no more memory than a small file can need. Not
 * safe for use by many threads.
 */
public final class ModelFuzz {
  private static final long MOST_BYTES = 256L << 20;

  private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final String format;
  private int refused;

  /**
   * Creates a run.
   *
   * @param format {@code "lightgbm"}, {@code "json"} or {@code "ubj"}
   */
  public ModelFuzz(String format) {
    this.format = format;
  }

  /**
   * Damages models and reads them.
   *
   * @param seed equal seeds give equal damages
   * @param count how many
   * @return how many of them were refused
   * @throws AssertionError if one was neither refused nor gave finite margins; the message has it
   */
  public int run(long seed, int count) {
    List<byte[]> models = models();
    models.forEach(this::check);
    if (refused > 0) {
      throw new AssertionError("An undamaged model was refused");
    }
    ModelMutations mutations = new ModelMutations(seed, models);
    for (int i = 0; i < count; i++) {
      byte[] model = mutations.next();
      long before = memory.getCurrentThreadAllocatedBytes();
      try {
        check(model);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "mutation %d: %s".formatted(i, Base64.getEncoder().encodeToString(model)), e);
      }
      long taken = memory.getCurrentThreadAllocatedBytes() - before;
      if (taken > MOST_BYTES) {
        throw new AssertionError("mutation %d took %d bytes".formatted(i, taken));
      }
    }
    return refused;
  }

  private List<byte[]> models() {
    if (format.equals(Setting.LIGHTGBM)) {
      Map<String, String> small = Map.of("num_leaves", "6", "objective", "multiclass");
      return List.of(
          lightGbm(Labels.COUNT, Map.of("objective", "poisson", "num_leaves", "7")),
          lightGbm(Labels.CLASS, with(small, "num_class", "4")));
    }
    Map<String, String> small = Map.of("max_depth", "3", "objective", "reg:squarederror");
    return List.of(
        xgboost(Labels.NUMBER, small),
        xgboost(Labels.NUMBER, with(small, "booster", "dart")),
        xgboost(Labels.PAIR, with(small, "multi_strategy", "multi_output_tree")));
  }

  private static Map<String, String> with(Map<String, String> base, String name, String value) {
    Map<String, String> all = new HashMap<>(base);
    all.put(name, value);
    return all;
  }

  private static byte[] lightGbm(Labels labels, Map<String, String> parameters) {
    return new Setting("fuzz", Setting.LIGHTGBM, Rows.PLAIN, labels, 2, parameters).train();
  }

  private byte[] xgboost(Labels labels, Map<String, String> parameters) {
    byte[] json = new Setting("fuzz", Setting.XGBOOST, Rows.PLAIN, labels, 2, parameters).train();
    try (NativeXgboost model = NativeXgboost.load(json)) {
      return model.save(format);
    }
  }

  private static double[] margins(ParsedTrees parsed, float[] values) {
    float[][] columns = new float[parsed.ensemble().features()][];
    Arrays.fill(columns, values);
    FeatureTable rows = new FeatureTable(parsed.schema(), columns);
    double[] margins = parsed.ensemble().margins(rows);
    if (!Arrays.stream(margins).allMatch(Double::isFinite)) {
      throw new AssertionError("margins " + Arrays.toString(margins));
    }
    parsed.ensemble().leafIndices(rows);
    try {
      parsed.ensemble().contributions(rows);
    } catch (SynkroPredictException e) {
      return margins; // it does not say how many rows passed
    }
    return margins;
  }

  private void check(byte[] model) {
    ParsedTrees parsed;
    try {
      parsed =
          format.equals(Setting.LIGHTGBM)
              ? LightGbmText.read(new String(model, StandardCharsets.UTF_8))
              : XgboostJson.read(model);
    } catch (SynkroPredictException e) {
      refused++;
      return;
    }
    float[] values = {0, 1, -1, 2, Float.NaN, Float.MAX_VALUE};
    double[] few = margins(parsed, values); // enough rows for one kernel ...
    float[] again = new float[values.length * 10];
    for (int i = 0; i < again.length; i++) {
      again[i] = values[i % values.length];
    }
    double[] many = margins(parsed, again); // ... and for another
    if (!Arrays.equals(few, Arrays.copyOf(many, few.length))) {
      throw new AssertionError("kernels differ");
    }
  }
}
