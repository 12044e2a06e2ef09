package io.synkro.predict.optimize.linear;

import java.util.SplittableRandom;

/** Small models of every kind, and their optimum by trying all points. */
public final class RandomModels {
  private RandomModels() {}

  /** A model of integers in small boxes, some of them infeasible. */
  public static LinearModel integers(SplittableRandom random) {
    LinearModelBuilder model = LinearModel.builder("random").offset(random.nextInt(5));
    int columns = 2 + random.nextInt(5);
    for (int j = 0; j < columns; j++) {
      int lower = random.nextInt(-2, 2);
      model.column(
          LinearColumn.integer(
              "", lower, lower + 1 + random.nextInt(3), random.nextInt(-9, 10) * 0.5));
    }
    rows(model, columns, 1 + random.nextInt(4), random);
    return model.build();
  }

  private static void rows(
      LinearModelBuilder model, int columns, int rows, SplittableRandom random) {
    for (int i = 0; i < rows; i++) {
      LinearModelBuilder.Row row = model.row("");
      for (int j = 0; j < columns; j++) {
        if (random.nextInt(3) > 0) {
          row.term(j, random.nextInt(-7, 8));
        }
      }
      int limit = random.nextInt(-6, 10);
      switch (random.nextInt(4)) {
        case 0 -> row.atMost(limit);
        case 1 -> row.atLeast(-limit);
        case 2 -> row.equalTo(random.nextInt(5));
        default -> row.between(-limit - 9, limit + 9);
      }
    }
  }

  /** A lot-sizing model: orders in packs with fixed costs, stock and a capacity that all share. */
  public static LinearModel lots(SplittableRandom random, int products, int periods) {
    LinearModelBuilder model = LinearModel.builder("lots");
    int[][] setups = new int[products][periods];
    int[][] packs = new int[products][periods];
    for (int p = 0; p < products; p++) {
      double fixed = 20 + random.nextInt(60);
      int stockBefore = -1;
      for (int t = 0; t < periods; t++) {
        setups[p][t] = model.column(LinearColumn.binary("", fixed));
        packs[p][t] = model.column(LinearColumn.integer("", 0, 20, 2));
        int stock =
            model.column(LinearColumn.continuous("", 0, Double.POSITIVE_INFINITY, 1 + p % 3));
        int late = model.column(LinearColumn.continuous("", 0, Double.POSITIVE_INFINITY, 12));
        double size = 4 + p % 5;
        LinearModelBuilder.Row balance =
            model.row("").term(packs[p][t], size).term(stock, -1).term(late, 1);
        if (stockBefore >= 0) {
          balance.term(stockBefore, 1);
        }
        balance.equalTo(5 + random.nextInt(25));
        model.row("").term(packs[p][t], 1).term(setups[p][t], -20).atMost(0);
        stockBefore = stock;
      }
    }
    for (int t = 0; t < periods; t++) {
      LinearModelBuilder.Row capacity = model.row("");
      for (int p = 0; p < products; p++) {
        capacity.term(packs[p][t], 1).term(setups[p][t], 2);
      }
      capacity.atMost(4.0 * products);
    }
    return model.build();
  }

  /**
   * A market split: halving four sums at once, with slack at a cost. Source: Cornuéjols &amp;
   * Dawande (1998), "A class of hard small 0-1 programs", doi:10.1007/3-540-69346-7_22.
   */
  public static LinearModel marketSplit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int columns = 40;
    int rows = 5;
    LinearModelBuilder model = LinearModel.builder("split");
    for (int j = 0; j < columns; j++) {
      model.column(LinearColumn.binary("", 0));
    }
    for (int i = 0; i < rows; i++) {
      int less = model.column(LinearColumn.continuous("", 0, Double.POSITIVE_INFINITY, 1));
      int more = model.column(LinearColumn.continuous("", 0, Double.POSITIVE_INFINITY, 1));
      LinearModelBuilder.Row row = model.row("").term(less, 1).term(more, -1);
      int sum = 0;
      for (int j = 0; j < columns; j++) {
        int weight = random.nextInt(100);
        sum += weight;
        row.term(j, weight);
      }
      int half = sum / 2;
      row.equalTo(half);
    }
    return model.build();
  }

  /** The optimum of a model of bounded integers by trying all points; infinite if there is none. */
  public static double optimum(LinearModel model) {
    return best(model, model.lowers(), 0);
  }

  private static double best(LinearModel model, double[] point, int column) {
    if (column == point.length) {
      for (int i = 0; i < model.rows(); i++) {
        double sum = model.matrix().dot(i, point);
        if (sum < model.rowLower(i) || sum > model.rowUpper(i)) {
          return Double.POSITIVE_INFINITY;
        }
      }
      double objective = model.offset();
      for (int j = 0; j < point.length; j++) {
        objective += model.cost(j) * point[j];
      }
      return objective;
    }
    double best = Double.POSITIVE_INFINITY;
    for (double value = model.lower(column); value <= model.upper(column); value++) {
      point[column] = value;
      best = Math.min(best, best(model, point, column + 1));
    }
    return best;
  }
}
