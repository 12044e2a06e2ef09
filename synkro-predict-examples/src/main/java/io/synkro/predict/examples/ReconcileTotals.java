package io.synkro.predict.examples;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.examples.job.UsageException;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.hierarchy.Grouping;
import io.synkro.predict.hierarchy.Hierarchy;
import io.synkro.predict.hierarchy.MissingMembers;
import io.synkro.predict.hierarchy.Node;
import io.synkro.predict.hierarchy.Reconciliation;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Forecasts the totals of categories, of warehouses and of everything beside the series themselves,
 * and makes them agree.
 */
public final class ReconcileTotals {
  private static final String USAGE =
      """
      Usage: ReconcileTotals FOLDER
        FOLDER  where sales.csv and products.csv (product, category) are; a sample is written there
                if it is empty or absent
      """;
  private static final int HORIZON = 28;
  private static final int FILE_FAILED = 1;
  private static final int UNUSABLE_INPUT = 2;

  private ReconcileTotals() {}

  /**
   * Prints totals and ends the process with its exit code.
   *
   * @param words the folder
   */
  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out, err));
  }

  /**
   * Prints totals.
   *
   * @param words the folder
   * @param out forecasts before and after
   * @param err what went wrong
   * @return 0 if done, 2 if the input cannot be used, 1 if a file cannot be read or written
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) {
    try {
      print(sales(words), out);
      return 0;
    } catch (SynkroPredictException | InvalidPathException e) {
      err.println(e.getMessage());
      return UNUSABLE_INPUT;
    } catch (IOException | UncheckedIOException e) {
      err.printf("A file could not be read or written (%s). Maybe check its name.%n", e);
      return FILE_FAILED;
    }
  }

  private static SeriesPanel sales(List<String> words) throws IOException {
    if (words.size() != 1) {
      throw new UsageException(USAGE.stripTrailing());
    }
    return SampleFolder.sales(Path.of(words.get(0)));
  }

  private static void print(SeriesPanel sales, PrintStream out) {
    Hierarchy hierarchy =
        Hierarchy.of(sales, Grouping.total(), Grouping.by("category"), Grouping.byWarehouse());
    SeriesPanel all = hierarchy.aggregate(sales, MissingMembers.ZERO);
    PanelForecast base = DemandForecaster.builder().horizon(HORIZON).build().fit(all).forecast();
    Reconciliation method = Reconciliation.structural(hierarchy);
    PanelForecast coherent = method.reconcile(base);
    out.printf(Locale.ROOT, "%s; demand of %d days, by %s%n", hierarchy, HORIZON, method);
    out.printf(
        "%-32s %9s %12s %11s %12s%n", "", "forecast", "series' sum", "reconciled", "series' sum");
    for (int node = 0; node < hierarchy.totals(); node++) {
      Node total = hierarchy.nodes().get(node);
      int[] members = hierarchy.members(node);
      out.printf(
          Locale.ROOT,
          "%-32s %9.1f %12.1f %11.1f %12.1f%n",
          total,
          demand(base, total),
          demand(base, hierarchy, members),
          demand(coherent, total),
          demand(coherent, hierarchy, members));
    }
  }

  private static double demand(PanelForecast forecast, Hierarchy hierarchy, int[] series) {
    double sum = 0;
    for (int j : series) {
      sum += demand(forecast, hierarchy.nodes().get(hierarchy.totals() + j));
    }
    return sum;
  }

  /** A node that could not be forecast counts as zero. */
  private static double demand(PanelForecast forecast, Node node) {
    return forecast.find(node.id()).map(found -> found.meanOver(HORIZON)).orElse(0.0);
  }
}
