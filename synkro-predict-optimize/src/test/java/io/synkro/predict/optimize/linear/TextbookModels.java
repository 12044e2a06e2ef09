package io.synkro.predict.optimize.linear;

/** Models whose optimum stands in a book. */
final class TextbookModels {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private TextbookModels() {}

  /** Winston (2004), Operations Research, section 7.1, Powerco: 1020. */
  static LinearModel transport() {
    double[] supplies = {35, 50, 40};
    double[] demands = {45, 20, 30, 30};
    double[][] costs = {{8, 6, 10, 9}, {9, 12, 13, 7}, {14, 9, 16, 5}};
    LinearModelBuilder model = LinearModel.builder("powerco");
    int[][] flow = new int[supplies.length][demands.length];
    for (int i = 0; i < supplies.length; i++) {
      for (int j = 0; j < demands.length; j++) {
        flow[i][j] = model.column(LinearColumn.continuous("", 0, NONE, costs[i][j]));
      }
    }
    for (int i = 0; i < supplies.length; i++) {
      LinearModelBuilder.Row supply = model.row("supply" + i);
      for (int j = 0; j < demands.length; j++) {
        supply.term(flow[i][j], 1);
      }
      supply.atMost(supplies[i]);
    }
    for (int j = 0; j < demands.length; j++) {
      LinearModelBuilder.Row demand = model.row("demand" + j);
      for (int i = 0; i < supplies.length; i++) {
        demand.term(flow[i][j], 1);
      }
      demand.atLeast(demands[j]);
    }
    return model.build();
  }

  /** Winston (2004), section 9.5, Stockco: at most 42, with investments 2, 3 and 4. */
  static LinearModel knapsack() {
    double[] values = {16, 22, 12, 8};
    double[] weights = {5, 7, 4, 3};
    LinearModelBuilder model = LinearModel.builder("stockco");
    for (double value : values) {
      model.column(LinearColumn.binary("", -value));
    }
    LinearModelBuilder.Row budget = model.row("budget");
    for (int j = 0; j < weights.length; j++) {
      budget.term(j, weights[j]);
    }
    budget.atMost(14);
    return model.build();
  }

  /** Winston (2004), section 9.2, Kilroy County: two fire stations cover six cities. */
  static LinearModel setCover() {
    int[][] reach = {{0, 1}, {0, 1, 5}, {2, 3}, {2, 3, 4}, {3, 4, 5}, {1, 4, 5}};
    LinearModelBuilder model = LinearModel.builder("kilroy");
    for (int j = 0; j < reach.length; j++) {
      model.column(LinearColumn.binary("city" + (j + 1), 1));
    }
    for (int[] near : reach) {
      LinearModelBuilder.Row row = model.row("");
      for (int j : near) {
        row.term(j, 1);
      }
      row.atLeast(1);
    }
    return model.build();
  }

  /**
   * Hillier &amp; Lieberman (2015), Introduction to Operations Research, section 3.1, Wyndor Glass:
   * 36 at (2, 6); shadow prices 0, 1.5 and 1, section 4.7.
   */
  static LinearModel productMix() {
    LinearModelBuilder model = LinearModel.builder("wyndor");
    int doors = model.column(LinearColumn.continuous("doors", 0, NONE, -3));
    int windows = model.column(LinearColumn.continuous("windows", 0, NONE, -5));
    model.row("plant1").term(doors, 1).atMost(4);
    model.row("plant2").term(windows, 2).atMost(12);
    model.row("plant3").term(doors, 3).term(windows, 2).atMost(18);
    return model.build();
  }

  /** Twice a whole number is never one, though twice a half is: only a search can tell. */
  static LinearModel oddIsNotEven() {
    LinearModelBuilder model = LinearModel.builder("parity");
    int x = model.column(LinearColumn.integer("x", 0, 10, 1));
    int y = model.column(LinearColumn.integer("y", 0, 10, 1));
    model.row("odd").term(x, 2).term(y, 2).equalTo(7);
    return model.build();
  }

  /** Rows that contradict one another only together. */
  static LinearModel contradiction() {
    LinearModelBuilder model = LinearModel.builder("contradiction");
    int x = model.column(LinearColumn.continuous("x", -NONE, NONE, 1));
    int y = model.column(LinearColumn.continuous("y", -NONE, NONE, 1));
    model.row("").term(x, 1).term(y, 1).atLeast(3);
    model.row("").term(x, 1).term(y, -1).atLeast(1);
    model.row("").term(x, 2).term(y, 0.5).atMost(3);
    return model.build();
  }

  /** The objective falls for ever along x = y. */
  static LinearModel unbounded() {
    LinearModelBuilder model = LinearModel.builder("unbounded");
    int x = model.column(LinearColumn.continuous("x", 0, NONE, -1));
    int y = model.column(LinearColumn.continuous("y", 0, NONE, 0));
    model.row("").term(x, 1).term(y, -1).atMost(2);
    return model.build();
  }
}
