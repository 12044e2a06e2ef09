package io.synkro.predict.optimize.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies a plan against its problem and adds up its costs, by code that no engine shares.
 *
 * @param costs costs by kind
 * @param used what is used of each shared limit, in their order
 * @param violations what the plan breaks, in words; empty if it is feasible
 */
public record PlanCheck(PlanCosts costs, List<Double> used, List<String> violations) {
  private static final double TOLERANCE = 1e-6;
  private static final double[] NOTHING = {};

  /** {@inheritDoc} */
  public PlanCheck {
    used = List.copyOf(used);
    violations = List.copyOf(violations);
  }

  /**
   * Checks a plan.
   *
   * @param problem what was planned
   * @param plan the plan
   * @return what was found
   * @throws io.synkro.predict.InvalidInputException if the plan is of a problem with other lines,
   *     options, lanes or periods
   */
  public static PlanCheck of(StockProblem problem, OrderPlan plan) {
    plan.requireFor(problem);
    return new Audit(problem, plan).check();
  }

  /**
   * Returns whether the plan keeps all rules and hard limits.
   *
   * @return true if there are no violations
   */
  public boolean isFeasible() {
    return violations.isEmpty();
  }

  /** Walks through all lines once. */
  private static final class Audit {
    private final StockProblem problem;
    private final OrderPlan plan;
    private final double[] used;
    private final List<String> violations = new ArrayList<>();
    private final Map<Integer, double[]> sent = new HashMap<>();
    private final Map<Integer, double[]> received = new HashMap<>();
    private double purchases;
    private double orders;
    private double transfers;
    private double stock;
    private double credit;

    Audit(StockProblem problem, OrderPlan plan) {
      this.problem = problem;
      this.plan = plan;
      this.used = new double[problem.limits().size()];
    }

    PlanCheck check() {
      LimitRows rows = LimitRows.of(problem);
      for (int l = 0; l < problem.lanes().size(); l++) {
        addTransfers(l);
      }
      for (int i = 0; i < problem.lines().size(); i++) {
        StockLine line = problem.lines().get(i);
        double[] arriving = new double[problem.periods()];
        for (int k = 0; k < line.supply().size(); k++) {
          addOrders(i, k, rows, arriving);
        }
        double[] incoming = received.getOrDefault(i, NOTHING);
        for (int t = 0; t < incoming.length; t++) {
          arriving[t] += incoming[t];
        }
        addStock(line, rows, arriving, sent.getOrDefault(i, NOTHING));
      }
      double excess = 0;
      List<Double> all = new ArrayList<>();
      for (int r = 0; r < used.length; r++) {
        SharedLimit limit = problem.limits().get(r);
        double beyond = used[r] - limit.amount();
        all.add(used[r]);
        if (beyond > 0 && limit.price() < SharedLimit.HARD) {
          excess += beyond * limit.price();
        } else if (beyond > TOLERANCE * Math.max(1, limit.amount())) {
          violations.add(limit + " is used by " + used[r]);
        }
      }
      return new PlanCheck(
          new PlanCosts(purchases, orders, transfers, stock, credit, excess), all, violations);
    }

    private void addOrders(int position, int option, LimitRows rows, double[] arriving) {
      StockLine line = problem.lines().get(position);
      SupplyOption supply = line.supply().get(option);
      for (int t = 0; t < problem.periods(); t++) {
        int packs = plan.packs(position, option, t);
        if (packs == 0) {
          continue;
        }
        double units = packs * line.packSize();
        double paid = units * supply.unitCost(packs);
        purchases += paid;
        orders += supply.orderCost();
        rows.budget(t).forEach(r -> used[r] += paid);
        rows.capacity(supply.supplier(), t).forEach(r -> used[r] += units);
        if (packs < supply.minimumPacks() || packs > supply.maximumPacks()) {
          violations.add(line + ": %d packs ordered in period %d".formatted(packs, t));
        }
        if (t < line.frozenPeriods()) {
          violations.add(line + ": an order in the frozen period " + t);
        }
        if (t + supply.leadPeriods() < arriving.length) {
          arriving[t + supply.leadPeriods()] += units;
        }
      }
    }

    private void addTransfers(int position) {
      Lane lane = problem.lanes().get(position);
      int from = problem.position(lane.from());
      StockLine sender = problem.lines().get(from);
      double[] out = sent.computeIfAbsent(from, i -> new double[problem.periods()]);
      double[] in =
          received.computeIfAbsent(problem.position(lane.to()), i -> new double[problem.periods()]);
      for (int t = 0; t < problem.periods(); t++) {
        int packs = plan.transfer(position, t);
        if (packs > lane.maximumPacks() || (packs > 0 && t < sender.frozenPeriods())) {
          violations.add(lane + ": %d packs sent in period %d".formatted(packs, t));
        }
        transfers += packs * lane.packCost();
        out[t] += packs * sender.packSize();
        if (t + lane.leadPeriods() < in.length) {
          in[t + lane.leadPeriods()] += packs * sender.packSize();
        }
      }
    }

    private void addStock(StockLine line, LimitRows rows, double[] arriving, double[] leaving) {
      double ordered = 0;
      int last = problem.periods() - 1;
      for (int t = 0; t <= last; t++) {
        ordered += arriving[t];
        double leaves = leaving.length == 0 ? 0 : leaving[t];
        double onHand = Math.max(0, line.stockWithoutOrders(t) + line.afterSending(t) + ordered);
        if (leaves > onHand + TOLERANCE * Math.max(1, onHand)) {
          violations.add(line + ": %s sent of %s in period %d".formatted(leaves, onHand, t));
        }
        ordered -= leaves;
        double net = line.stockWithoutOrders(t) + ordered;
        double gain = t == last ? line.terminalCredit(net) : 0;
        stock += line.cost(t).at(net) + gain;
        credit += gain;
        if (net < line.minimumStock(t) - TOLERANCE * Math.max(1, Math.abs(net))) {
          violations.add(line + ": a stock of %s in period %d".formatted(net, t));
        }
        if (net > line.maximumStock(t) + TOLERANCE * Math.max(1, Math.abs(net))) {
          violations.add(line + ": a stock of %s that perishes in period %d".formatted(net, t));
        }
        for (Space space : Space.values()) {
          double room = line.unitSpace(space) * Math.max(0, net);
          if (room > 0) {
            rows.room(line.id().warehouse(), space, t).forEach(r -> used[r] += room);
          }
        }
      }
    }
  }
}
