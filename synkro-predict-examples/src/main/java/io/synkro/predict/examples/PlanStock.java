package io.synkro.predict.examples;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.csv.StockCsv;
import io.synkro.predict.examples.job.UsageException;
import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.PlanLimit;
import io.synkro.predict.optimize.StockOptimizer;
import io.synkro.predict.optimize.StockPlan;
import io.synkro.predict.optimize.StockPlanResult;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.scenario.Changes;
import io.synkro.predict.optimize.scenario.Items;
import io.synkro.predict.optimize.scenario.Scenario;
import io.synkro.predict.optimize.scenario.Snapshot;
import io.synkro.predict.optimize.scenario.WhatIf;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Plans orders of the coming weeks under a budget, with a proof of how good the plan is, and what
 * would be if demand, suppliers, money or service levels changed.
 */
public final class PlanStock {
  private static final String USAGE =
      """
      Usage: PlanStock FOLDER
        FOLDER  where sales.csv, products.csv (product, category) and stock.csv are; a sample is
                written there if it is empty or absent
      """;
  private static final int HORIZON = 56;
  private static final double SHARE_OF_WANTED = 0.6;
  private static final int FILE_FAILED = 1;
  private static final int UNUSABLE_INPUT = 2;

  private PlanStock() {}

  /**
   * Prints a plan and what-ifs, and ends the process with its exit code.
   *
   * @param words the folder
   */
  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out, err));
  }

  /**
   * Prints a plan and what-ifs.
   *
   * @param words the folder
   * @param out the plan and the comparisons
   * @param err what went wrong
   * @return 0 if done, 2 if the input cannot be used, 1 if a file cannot be read or written
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) {
    try {
      if (words.size() != 1) {
        throw new UsageException(USAGE.stripTrailing());
      }
      print(Path.of(words.get(0)), out);
      return 0;
    } catch (SynkroPredictException | InvalidPathException e) {
      err.println(e.getMessage());
      return UNUSABLE_INPUT;
    } catch (IOException | UncheckedIOException e) {
      err.printf("A file could not be read or written (%s). Maybe check its name.%n", e);
      return FILE_FAILED;
    }
  }

  private static void print(Path folder, PrintStream out) throws IOException {
    SeriesPanel sales = SampleFolder.sales(folder);
    List<StockItem> stock = StockCsv.read(folder.resolve(SampleData.STOCK)).items();
    PanelForecast demand =
        DemandForecaster.builder().horizon(HORIZON).build().fit(sales).forecast();
    LocalDate today = demand.forecasts().get(0).time(0).toLocalDate().minusDays(1);

    StockPlanResult wanted = StockOptimizer.builder().build().optimize(demand, stock, today);
    double money =
        wanted instanceof StockPlanResult.Feasible all
            ? SHARE_OF_WANTED * all.plan().kpis().orderValue()
            : 0;
    out.printf(
        Locale.ROOT,
        "Money for %.0f %% of what is wanted today, and as much in each later period.%n%n",
        100 * SHARE_OF_WANTED);
    Snapshot base =
        new Snapshot(
            demand, stock, today, StockOptimizer.builder().budget(money).search(brief()).build());
    if (base.plan() instanceof StockPlanResult.Feasible feasible) {
      plan(feasible.plan(), out);
    }
    out.println(WhatIf.compare(base, scenarios(sales, stock)).text().stripTrailing());
  }

  private static SolveOptions brief() {
    return SolveOptions.builder().timeLimit(Duration.ofSeconds(5)).build();
  }

  private static void plan(StockPlan plan, PrintStream out) {
    out.println(plan.text());
    plan.kpisByClass()
        .forEach(
            (abc, kpis) ->
                out.printf(
                    Locale.ROOT,
                    "Class %s: %d lines, %.2f ordered today, fill rate %.1f %%, %d below target%n",
                    abc,
                    kpis.lines(),
                    kpis.orderValue(),
                    100 * kpis.expectedFillRate(),
                    kpis.belowTarget()));
    out.println();
  }

  private static Scenario[] scenarios(SeriesPanel sales, List<StockItem> stock) {
    String category = sales.attributes().get(0).levels().get(0);
    SupplierId supplier = stock.get(0).supply().supplier();
    return new Scenario[] {
      Scenario.of(
          "campaign", Changes.demand(Items.withAttribute(sales, "category", category), 1.2)),
      Scenario.of("late supplier", Changes.leadTime(supplier, 5)),
      Scenario.of("less money", Changes.limit(new PlanLimit.Budget(), 0.9)),
      Scenario.of("better service", Changes.service(Items.all(), ServiceLevel.fillRate(0.98)))
    };
  }
}
