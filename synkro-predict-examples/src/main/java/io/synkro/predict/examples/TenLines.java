package io.synkro.predict.examples;

import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.csv.StockCsv;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.StockOptimizer;
import io.synkro.predict.optimize.StockPlanResult;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.stockout.Severity;
import io.synkro.predict.stockout.StockoutAssessment;
import io.synkro.predict.stockout.StockoutPredictor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The ten lines of the README: from two files to the items at risk and a plan within a budget. */
public final class TenLines {
  private TenLines() {}

  /**
   * Prints the risks and the plan.
   *
   * @param args folder that holds sales.csv and stock.csv, such as the sample that {@link
   *     SalesToStockPlan} generates
   */
  public static void main(String[] args) {
    System.out.println(plan(Path.of(args[0]), LocalDate.of(2025, 12, 31)));
  }

  static StockPlanResult plan(Path folder, LocalDate today) {
    SeriesPanel sales = SalesCsv.read(folder.resolve("sales.csv"));
    List<StockItem> stock = StockCsv.read(folder.resolve("stock.csv")).items();
    ForecastModel model =
        DemandForecaster.builder()
            .horizon(28)
            .quantiles(0.05, 0.5, 0.95)
            .seed(42)
            .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
            .build()
            .fit(sales);
    PanelForecast demand = model.forecast();
    StockoutAssessment risks = StockoutPredictor.builder().build().assess(demand, stock, today);
    risks.ranked(Severity.WARNING).forEach(risk -> System.out.println(risk.reasons()));
    return StockOptimizer.builder().budget(250_000).build().optimize(demand, stock, today);
  }
}
