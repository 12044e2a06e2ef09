package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.engine.lightgbm.NativeLightGbm;
import io.synkro.predict.engine.reference.ModelThresholds;
import io.synkro.predict.engine.reference.ModelZoo;
import io.synkro.predict.engine.reference.Setting;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.testkit.AdversarialRows;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares scores with the native ones, bit for bit, for models of all settings and adversarial
 * rows, and says how far predictions after the link are apart.
 */
public final class TreeEqualityMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + TreeEqualityMeasure.class.getName();
  private static final int ROWS = 25_000;

  private final PrintStream out;
  private int rows;
  private int unequal;
  private int apart;
  private double most;

  private TreeEqualityMeasure(PrintStream out) {
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("tree-equality", COMMAND, Clock.systemUTC(), out);
    add(figures, "lightgbm", ModelZoo.lightGbm(), out);
    add(figures, "xgboost", ModelZoo.xgboost(), out);
    out.println("Written: " + figures.write());
  }

  private static void add(Figures figures, String engine, List<Setting> settings, PrintStream out) {
    TreeEqualityMeasure measure = new TreeEqualityMeasure(out);
    settings.forEach(measure::compare);
    String unit = "rows of %d, %d models".formatted(measure.rows, settings.size());
    figures.add("trees-equality", engine + "_unequal_rows", measure.unequal, "<= 0", unit);
    if (engine.equals("lightgbm")) {
      figures.add(
          "trees-equality", "lightgbm_link_most_ulp", measure.most, "<= 2", "ulp of double");
      figures.add("trees-equality", "lightgbm_link_rows_over_2_ulp", measure.apart, "", unit);
    } else {
      figures.add("trees-equality", "xgboost_link_most_ulp", measure.most, "", "ulp of float");
    }
  }

  private void compare(Setting setting) {
    byte[] saved = setting.train();
    TreeModel model = TreeModels.of(setting.engine(), setting.rows().schema(), saved);
    FeatureTable table =
        AdversarialRows.of(
            setting.rows().schema(),
            ModelThresholds.of(setting, saved),
            setting.isLightGbm(),
            ROWS);
    int before = unequal;
    if (setting.isLightGbm()) {
      String text = new String(saved, StandardCharsets.UTF_8);
      try (NativeLightGbm reference = NativeLightGbm.load(text)) {
        count(model.margins(table), reference.predict(table, NativeLightGbm.Kind.RAW, -1));
        ulps(model.predict(table), reference.predict(table, NativeLightGbm.Kind.NORMAL, -1), false);
      }
    } else {
      try (NativeXgboost reference = NativeXgboost.load(saved)) {
        count(model.margins(table), reference.margins(table));
        if (!setting.name().equals("softmax")) { // natively a class, here the probabilities
          ulps(model.predict(table), reference.predictions(table), true);
        }
      }
    }
    out.printf(
        Locale.ROOT, "%-36s %6d unequal; most ulp so far %.0f%n", setting, unequal - before, most);
  }

  private void count(double[] ours, double[] reference) {
    int outputs = ours.length / ROWS;
    for (int r = 0; r < ROWS; r++) {
      int from = r * outputs;
      unequal += Arrays.equals(ours, from, from + outputs, reference, from, from + outputs) ? 0 : 1;
    }
    rows += ROWS;
  }

  private void ulps(double[] ours, double[] reference, boolean floats) {
    if (ours.length != reference.length) {
      throw new IllegalStateException(
          "%d predictions, natively %d".formatted(ours.length, reference.length));
    }
    int outputs = ours.length / ROWS;
    for (int r = 0; r < ROWS; r++) {
      double ofRow = 0;
      for (int i = r * outputs; i < (r + 1) * outputs; i++) {
        double ulp = floats ? Math.ulp((float) reference[i]) : Math.ulp(reference[i]);
        boolean same = ours[i] == reference[i]; // also if both are infinite
        ofRow = Math.max(ofRow, same ? 0 : Math.abs(ours[i] - reference[i]) / ulp);
      }
      most = Math.max(most, ofRow);
      apart += ofRow > 2 ? 1 : 0;
    }
  }
}
