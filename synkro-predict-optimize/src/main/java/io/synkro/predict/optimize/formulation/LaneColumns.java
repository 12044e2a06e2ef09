package io.synkro.predict.optimize.formulation;

import io.synkro.predict.optimize.linear.LinearColumn;
import io.synkro.predict.optimize.linear.LinearModelBuilder.Row;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns and rows of what lanes move. */
final class LaneColumns {
  private static final double ROUNDING = 1e-9;
  private static final int[] NOBODY = {};

  private final StockProblem problem;
  private final int periods;

  /** By lane and period; {@link ModelDraft#NONE} where the sender is frozen. */
  private final int[][] moved;

  /** By line and period: whether it may send; where it may always, there is none. */
  private final Map<Integer, int[]> allowed = new HashMap<>();

  private final Map<Integer, List<Integer>> outgoing = new TreeMap<>();
  private final Map<Integer, List<Integer>> incoming = new HashMap<>();

  LaneColumns(ModelDraft draft) {
    this.problem = draft.problem;
    this.periods = problem.periods();
    this.moved = new int[problem.lanes().size()][periods];
    for (int l = 0; l < moved.length; l++) {
      Lane lane = problem.lanes().get(l);
      int from = problem.position(lane.from());
      outgoing.computeIfAbsent(from, i -> new ArrayList<>()).add(l);
      incoming.computeIfAbsent(problem.position(lane.to()), i -> new ArrayList<>()).add(l);
      for (int t = 0; t < periods; t++) {
        moved[l][t] = ModelDraft.NONE;
        if (draft.bounds.groups().canSend(from, t)) {
          double most = Math.min(lane.maximumPacks(), draft.bounds.sendable(from, t));
          String name = ModelDraft.name("move", l, lane.from() + "_" + lane.to(), t);
          moved[l][t] = draft.packs(name, most, lane.packCost());
        }
      }
    }
  }

  /** Adds what a line receives and sends in a period to its balance. */
  void addTo(Row balance, int line, int period) {
    for (int l : outgoing.getOrDefault(line, List.of())) {
      term(balance, moved[l][period], 1);
    }
    for (int l : incoming.getOrDefault(line, List.of())) {
      int sent = period - problem.lanes().get(l).leadPeriods();
      if (sent >= 0) {
        term(balance, moved[l][sent], -1);
      }
    }
  }

  private static void term(Row row, int column, double coefficient) {
    if (column != ModelDraft.NONE) {
      row.term(column, coefficient);
    }
  }

  /** Adds rows by which lines send no more than what is on hand. */
  void addSending(ModelDraft draft, LineColumns[] lines) {
    for (int i : outgoing.keySet()) {
      int[] switches = new int[periods];
      for (int t = 0; t < periods; t++) {
        boolean sends = draft.bounds.groups().canSend(i, t);
        switches[t] = sends ? addSending(draft, i, t, lines[i].stock(t)) : ModelDraft.NONE;
      }
      allowed.put(i, switches);
    }
  }

  /** What is left before demand is not below zero, if the line sends. */
  private int addSending(ModelDraft draft, int i, int t, int stock) {
    StockLine line = problem.lines().get(i);
    double pack = line.packSize();
    double owed = draft.bounds.groups().owed(i, t) / pack;
    double left = -(line.stockWithoutOrders(t) + line.afterSending(t)) / pack;
    double sending = Math.ceil(left - ROUNDING * Math.max(1, Math.abs(left)));
    double keeping = Math.ceil(left - owed - ROUNDING * Math.max(1, Math.abs(left - owed)));
    Row row = draft.builder.row(ModelDraft.name("onhand", i, line.id(), t)).term(stock, 1);
    if (owed == 0) {
      row.atLeast(sending);
      return ModelDraft.NONE;
    }
    String name = ModelDraft.name("sends", i, line.id(), t);
    int sends = draft.builder.column(LinearColumn.binary(name, 0));
    row.term(sends, keeping - sending).atLeast(keeping);
    Row sent = draft.builder.row(ModelDraft.name("sent", i, line.id(), t));
    for (int l : outgoing.getOrDefault(i, List.of())) {
      term(sent, moved[l][t], 1);
    }
    sent.term(sends, -draft.bounds.sendable(i, t)).atMost(0);
    return sends;
  }

  void read(double[] point, OrderPlan.Builder plan) {
    for (int l = 0; l < moved.length; l++) {
      for (int t = 0; t < periods; t++) {
        int column = moved[l][t];
        double packs = column == ModelDraft.NONE ? 0 : point[column];
        plan.transfer(l, t, (int) Math.max(0, Math.rint(packs)));
      }
    }
  }

  /** Writes the transfers of a plan; returns false if the model has no column for one. */
  boolean write(OrderPlan plan, double[] point) {
    for (int l = 0; l < moved.length; l++) {
      int[] switches =
          allowed.getOrDefault(problem.position(problem.lanes().get(l).from()), NOBODY);
      for (int t = 0; t < periods; t++) {
        int packs = plan.transfer(l, t);
        if (packs > 0) {
          if (moved[l][t] == ModelDraft.NONE) {
            return false;
          }
          point[moved[l][t]] = packs;
          if (switches[t] != ModelDraft.NONE) {
            point[switches[t]] = 1;
          }
        }
      }
    }
    return true;
  }

  /** Returns the packs that a line receives less those that it sends, by period. */
  double[] net(OrderPlan plan, int line) {
    double[] net = new double[periods];
    for (int l : outgoing.getOrDefault(line, List.of())) {
      for (int t = 0; t < periods; t++) {
        net[t] -= plan.transfer(l, t);
      }
    }
    for (int l : incoming.getOrDefault(line, List.of())) {
      int lead = problem.lanes().get(l).leadPeriods();
      for (int t = lead; t < periods; t++) {
        net[t] += plan.transfer(l, t - lead);
      }
    }
    return net;
  }
}
