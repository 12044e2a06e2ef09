package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.SupplyOption;

/** Copies of lines with other minimum stocks. Stateless. */
final class LoweredLine {
  private LoweredLine() {}

  /**
   * Lowers the minimum stocks of a line.
   *
   * @param line the line
   * @param needed by period, units that must have arrived instead
   * @return a line of equal costs, with the terminal credit in them
   */
  static StockLine of(StockLine line, double[] needed) {
    int periods = line.periods();
    double[] demand = new double[periods];
    for (int t = 0; t < periods; t++) {
      demand[t] = line.demand(t);
    }
    double before = line.stockWithoutOrders(0) + demand[0];
    StockLine.Builder builder =
        StockLine.builder(line.id(), demand)
            .packSize(line.packSize())
            .frozenPeriods(line.frozenPeriods())
            .initialStock(before);
    for (int t = 0; t < periods; t++) {
      double stock = line.stockWithoutOrders(t);
      builder.arrival(t, Math.max(0, stock + demand[t] - before)).cost(t, line.cost(t));
      before = stock;
      double least = line.minimumStock(t);
      if (least > stock) {
        builder.minimumStock(t, Math.min(least, stock + needed[t]));
      } else if (least > Double.NEGATIVE_INFINITY) {
        builder.minimumStock(t, least);
      }
    }
    for (Space space : Space.values()) {
      builder.space(space, line.unitSpace(space));
    }
    for (SupplyOption option : line.supply()) {
      builder.supply(option);
    }
    return builder.build();
  }
}
