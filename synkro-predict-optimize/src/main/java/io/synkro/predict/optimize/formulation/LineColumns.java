package io.synkro.predict.optimize.formulation;

import io.synkro.predict.optimize.linear.LinearColumn;
import io.synkro.predict.optimize.linear.LinearModelBuilder;
import io.synkro.predict.optimize.linear.LinearModelBuilder.Row;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.SupplyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns and rows of one line. Stock is measured in packs added to the stock without orders.
 */
final class LineColumns {
  private final int position;
  private final StockLine line;
  private final List<OrderTier> tiers = new ArrayList<>();

  /** By tier and period; {@link ModelDraft#NONE} where no order is possible or none is needed. */
  private final int[][] packs;

  private final int[][] placed;

  /** By period. */
  private final int[] stock;

  private final double[] low;
  private final int[] firstPiece;
  private final List<PackCurve> curves = new ArrayList<>();

  /** Adds the columns of a line, and the rows of its orders and its stock costs. */
  LineColumns(ModelDraft draft, int position) {
    this.position = position;
    this.line = draft.problem.lines().get(position);
    for (int k = 0; k < line.supply().size(); k++) {
      tiers.addAll(OrderTier.of(k, line.supply().get(k)));
    }
    int periods = line.periods();
    this.packs = new int[tiers.size()][periods];
    this.placed = new int[tiers.size()][periods];
    this.stock = new int[periods];
    this.low = new double[periods];
    this.firstPiece = new int[periods];
    for (int j = 0; j < tiers.size(); j++) {
      for (int t = 0; t < periods; t++) {
        packs[j][t] = ModelDraft.NONE;
        placed[j][t] = ModelDraft.NONE;
        addOrder(draft, j, t);
      }
    }
    for (int t = 0; t < periods; t++) {
      addExclusions(draft.builder, t);
      addStock(draft, t);
    }
  }

  private String name(String kind, Object part, int period) {
    return ModelDraft.name(kind, position, line.id() + "_" + part, period);
  }

  private void addOrder(ModelDraft draft, int j, int t) {
    OrderTier tier = tiers.get(j);
    SupplyOption option = line.supply().get(tier.option());
    double most = draft.bounds.order(position, tier, t);
    boolean arrives = t + option.leadPeriods() < line.periods();
    if (!arrives || t < line.frozenPeriods() || most < tier.least()) {
      return;
    }
    String of = option.supplier() + "_" + j;
    double price = line.packSize() * tier.unitCost();
    int column = draft.packs(name("packs", of, t), most, price);
    packs[j][t] = column;
    draft.limits.budget(t).forEach(r -> draft.use(r, column, price));
    draft.limits.capacity(option.supplier(), t).forEach(r -> draft.use(r, column, line.packSize()));
    if (option.orderCost() > 0 || tier.least() > 1 || tier.most() < option.maximumPacks()) {
      int order =
          draft.builder.column(LinearColumn.binary(name("order", of, t), option.orderCost()));
      placed[j][t] = order;
      draft.builder.row(name("most", of, t)).term(column, 1).term(order, -most).atMost(0);
      if (tier.least() > 1) {
        Row least = draft.builder.row(name("least", of, t));
        least.term(column, 1).term(order, -tier.least()).atLeast(0);
      }
    }
  }

  /** Of several price tiers of an option, an order reaches one. */
  private void addExclusions(LinearModelBuilder builder, int t) {
    for (int first = 0; first < tiers.size(); ) {
      int end = first + 1;
      while (end < tiers.size() && tiers.get(end).option() == tiers.get(first).option()) {
        end++;
      }
      if (end - first > 1) {
        Row one = builder.row(name("tier", first, t));
        for (int j = first; j < end; j++) {
          if (placed[j][t] != ModelDraft.NONE) {
            one.term(placed[j][t], 1);
          }
        }
        one.atMost(1);
      }
      first = end;
    }
  }

  private void addStock(ModelDraft draft, int t) {
    double required = draft.bounds.required(position, t);
    double kept = draft.bounds.perishing(position, t);
    double least = draft.bounds.low(position, t);
    double high = draft.bounds.high(position, t);
    low[t] = required <= high ? Math.max(required, least) : least;
    stock[t] = draft.builder.column(LinearColumn.continuous(name("stock", "", t), low[t], high, 0));
    if (required > high || kept < low[t]) { // no plan keeps it, and the row says so
      Row range = draft.builder.row(name("range", "", t)).term(stock[t], 1);
      if (required > high) {
        range.atLeast(required);
      } else {
        range.atMost(kept);
      }
    }
    PackCurve curve = PackCurve.of(line, t, low[t], high);
    curves.add(curve);
    draft.pay(curve.cost());
    addRoom(draft, t, curve.onHand());
    Row sum = draft.builder.row(name("pieces", "", t)).term(stock[t], 1);
    firstPiece[t] = stock[t] + 1;
    for (int p = 0; p < curve.pieces().size(); p++) {
      PackCurve.Piece piece = curve.pieces().get(p);
      int column =
          draft.builder.column(
              LinearColumn.continuous(name("piece", p, t), 0, piece.width(), piece.cost()));
      sum.term(column, -1);
      for (Space space : Space.values()) {
        double unit = line.unitSpace(space);
        draft
            .limits
            .room(line.id().warehouse(), space, t)
            .forEach(r -> draft.use(r, column, unit * piece.onHand()));
      }
    }
    sum.equalTo(low[t]);
  }

  private void addRoom(ModelDraft draft, int t, double onHand) {
    for (Space space : Space.values()) {
      double room = line.unitSpace(space) * onHand;
      draft.limits.room(line.id().warehouse(), space, t).forEach(r -> draft.use(r, room));
    }
  }

  /** Starts the balance of a period: its stock less that of before and what orders bring. */
  Row balance(ModelDraft draft, int t) {
    Row row = draft.builder.row(name("balance", "", t)).term(stock[t], 1);
    if (t > 0) {
      row.term(stock[t - 1], -1);
    }
    for (int j = 0; j < tiers.size(); j++) {
      int ordered = t - line.supply().get(tiers.get(j).option()).leadPeriods();
      if (ordered >= 0 && packs[j][ordered] != ModelDraft.NONE) {
        row.term(packs[j][ordered], -1);
      }
    }
    return row;
  }

  /** Returns the column of the stock at the end of a period. */
  int stock(int period) {
    return stock[period];
  }

  /** Reads the orders of a point. */
  void read(double[] point, OrderPlan.Builder plan) {
    for (int k = 0; k < line.supply().size(); k++) {
      for (int t = 0; t < line.periods(); t++) {
        double sum = 0;
        for (int j = 0; j < tiers.size(); j++) {
          boolean counts = tiers.get(j).option() == k && packs[j][t] != ModelDraft.NONE;
          sum += counts ? point[packs[j][t]] : 0;
        }
        plan.order(position, k, t, (int) Math.max(0, Math.rint(sum)));
      }
    }
  }

  /**
   * Writes the orders of a plan and the stock that follows.
   *
   * @param moved packs received less packs sent on lanes, by period
   * @return false if the model has no column for an order
   */
  boolean write(OrderPlan plan, double[] moved, double[] point) {
    double[] added = moved.clone();
    for (int k = 0; k < line.supply().size(); k++) {
      int lead = line.supply().get(k).leadPeriods();
      for (int t = 0; t < line.periods(); t++) {
        int count = plan.packs(position, k, t);
        if (count > 0) {
          if (!write(k, t, count, point)) {
            return false;
          }
          added[t + lead] += count;
        }
      }
    }
    double sum = 0;
    for (int t = 0; t < line.periods(); t++) {
      sum += added[t];
      point[stock[t]] = sum;
      double rest = sum - low[t];
      for (int p = 0; p < curves.get(t).pieces().size(); p++) {
        double part = Math.max(0, Math.min(rest, curves.get(t).pieces().get(p).width()));
        point[firstPiece[t] + p] = part;
        rest -= part;
      }
    }
    return true;
  }

  private boolean write(int option, int period, int count, double[] point) {
    for (int j = 0; j < tiers.size(); j++) {
      OrderTier tier = tiers.get(j);
      boolean fits = tier.option() == option && count >= tier.least() && count <= tier.most();
      if (fits && packs[j][period] != ModelDraft.NONE) {
        point[packs[j][period]] = count;
        if (placed[j][period] != ModelDraft.NONE) {
          point[placed[j][period]] = 1;
        }
        return true;
      }
    }
    return false;
  }
}
