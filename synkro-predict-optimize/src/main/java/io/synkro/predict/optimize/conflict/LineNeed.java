package io.synkro.predict.optimize.conflict;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a line must receive to keep its minimum stock, and the orders that can bring it. Immutable
 * after it is made.
 *
 * <p>No more than N + Q packs are ever worth ordering, where N are needed and Q is the largest
 * minimum order or price break: of a plan with more, the order that arrives last can be one pack
 * smaller, or be left out, and less is used of everything.
 */
final class LineNeed {
  /** Cells of a dynamic program: 128 MB for each thread. */
  private static final int MOST_CELLS = 1 << 24;

  private static final double ROUNDING = 1e-9;

  /** What the check of plans allows below a minimum stock. */
  private static final double TOLERANCE = 1e-6;

  final int position;
  final StockLine line;

  /** In the order of their arrivals. */
  final List<OrderCell> cells;

  /** By period and kind of room: the row, or none; by kind, what a unit takes. */
  final int[] rooms;

  private final double[] unitSpace;

  /** By period: units that must have arrived, and the packs that are. */
  final double[] units;

  final int[] packs;

  /** By period: the most packs that can have arrived without any that perish. */
  private final double[] kept;

  /** Numbers of packs that the dynamic program looks at, from 0. */
  final int states;

  LineNeed(int position, StockLine line, HardLimits limits) {
    this.position = position;
    this.line = line;
    this.cells = cells(line, limits);
    Space[] spaces = Space.values();
    this.unitSpace = Arrays.stream(spaces).mapToDouble(line::unitSpace).toArray();
    this.rooms = new int[line.periods() * spaces.length];
    this.units = new double[line.periods()];
    this.kept = new double[units.length];
    for (int t = 0; t < units.length; t++) {
      for (int k = 0; k < spaces.length; k++) {
        int row = limits.row(limits.positions().room(line.id().warehouse(), spaces[k], t));
        rooms[t * spaces.length + k] = unitSpace[k] > 0 ? row : HardLimits.NONE;
      }
      double bare = line.stockWithoutOrders(t);
      double most = line.maximumStock(t);
      units[t] = Math.max(0, line.minimumStock(t) - bare);
      kept[t] = fitting(most - bare + TOLERANCE * Math.max(1, Math.abs(most)));
    }
    this.packs = packs();
    this.states = states();
  }

  private LineNeed(LineNeed other, double[] units) {
    this.position = other.position;
    this.line = other.line;
    this.cells = other.cells;
    this.rooms = other.rooms;
    this.unitSpace = other.unitSpace;
    this.kept = other.kept;
    this.units = units;
    this.packs = packs();
    this.states = states();
  }

  private static List<OrderCell> cells(StockLine line, HardLimits limits) {
    List<OrderCell> cells = new ArrayList<>();
    for (int k = 0; k < line.supply().size(); k++) {
      int lead = line.supply().get(k).leadPeriods();
      for (int t = line.frozenPeriods(); t + (long) lead < line.periods(); t++) {
        cells.add(new OrderCell(line, k, t, limits));
      }
    }
    cells.sort(Comparator.comparingInt(cell -> cell.arrival)); // stable
    return List.copyOf(cells);
  }

  private int[] packs() {
    int[] needed = new int[units.length];
    int before = 0;
    for (int t = 0; t < needed.length; t++) {
      double least = line.minimumStock(t);
      double allowed = units[t] > 0 ? TOLERANCE * Math.max(1, Math.abs(least)) : 0;
      double count = Math.ceil((units[t] - allowed) / line.packSize() - ROUNDING);
      if (count > MOST_CELLS) {
        throw tooMany(count);
      }
      before = Math.max(before, (int) count);
      needed[t] = before;
    }
    return needed;
  }

  private int states() {
    int largest = 0;
    for (OrderCell cell : cells) {
      largest = Math.max(largest, cell.tierPacks[cell.tierPacks.length - 1]);
    }
    long count = packs[packs.length - 1] + (long) largest + 1;
    if (count * (cells.size() + 1) > MOST_CELLS) {
      throw tooMany((double) count);
    }
    return (int) count;
  }

  private InvalidInputException tooMany(double count) {
    return new InvalidInputException(
        "packs that " + line + " can need",
        Double.toString(count),
        "must be at most " + MOST_CELLS / (cells.size() + 1),
        "plan in larger packs");
  }

  /** Returns whether the line needs any orders. */
  boolean isNeedy() {
    return packs[packs.length - 1] > 0;
  }

  /** Returns what the largest orders bring by the end of a period. */
  double largestOrders(int period) {
    double sum = 0;
    for (OrderCell cell : cells) {
      sum += cell.arrival <= period ? cell.most * line.packSize() : 0;
    }
    return sum;
  }

  /** Returns whether the largest orders bring enough in every period. */
  boolean fitsLargestOrders() {
    for (int t = 0; t < packs.length; t++) {
      if (packs[t] * line.packSize() > largestOrders(t) * (1 + ROUNDING)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether orders can bring more than is sold before it perishes. */
  boolean perishes() {
    return Arrays.stream(kept).anyMatch(most -> most < Double.POSITIVE_INFINITY);
  }

  /** Returns the same with other units by period. */
  LineNeed with(double[] others) {
    return new LineNeed(this, others.clone());
  }

  private double fitting(double more) {
    return more / line.packSize() * (1 + ROUNDING) + ROUNDING;
  }

  /** Returns a line whose minimum stocks ask for no more arrivals than some units by period. */
  static StockLine lowered(StockLine line, double[] units) {
    double[] least = new double[units.length];
    for (int t = 0; t < least.length; t++) {
      double stock = line.stockWithoutOrders(t);
      double before = line.minimumStock(t);
      least[t] = before > stock ? Math.min(before, stock + units[t]) : before;
    }
    return line.withMinimumStock(least);
  }

  /** Returns a need that is smaller by a share. */
  LineNeed lowered(double share) {
    double[] less = units.clone();
    for (int t = 0; t < less.length; t++) {
      less[t] *= 1 - share;
    }
    return new LineNeed(this, less);
  }

  /** Returns the largest share of the units of a period that orders, by cell, do not bring. */
  double shortShare(int[] orders) {
    double share = 0;
    int arrived = 0;
    int cell = 0;
    for (int t = 0; t < units.length; t++) {
      for (; cell < orders.length && cells.get(cell).arrival == t; cell++) {
        arrived += orders[cell];
      }
      if (units[t] > 0) {
        share = Math.max(share, 1 - arrived * line.packSize() / units[t]);
      }
    }
    return share;
  }

  /** Returns how many packs can have arrived at most, so that rooms hold them. */
  int mostPacks(int period, double[] available) {
    double stock = line.stockWithoutOrders(period);
    double most = Math.min(states - 1.0, kept[period]);
    for (int k = 0; k < unitSpace.length; k++) {
      int row = rooms[period * unitSpace.length + k];
      if (row != HardLimits.NONE && available[row] < Double.POSITIVE_INFINITY) {
        double more = Math.max(0, available[row]) / unitSpace[k];
        most = Math.min(most, fitting(Math.max(0, stock) - stock + more));
      }
    }
    return (int) most;
  }

  /** Returns the price of the room that arrived packs take at the end of a period. */
  double roomPrice(int period, double[] prices) {
    double price = 0;
    for (int k = 0; k < unitSpace.length; k++) {
      int row = rooms[period * unitSpace.length + k];
      price += row == HardLimits.NONE ? 0 : prices[row] * unitSpace[k];
    }
    return price;
  }

  /** Returns the stock on hand that packs add to what there is without orders. */
  double addedStock(int period, int arrived) {
    double bare = line.stockWithoutOrders(period);
    return Math.max(0, bare + arrived * line.packSize()) - Math.max(0, bare);
  }

  /** Adds what orders use of the rows: packs by cell. */
  void use(int[] orders, double[] used) {
    int arrived = 0;
    int cell = 0;
    for (int t = 0; t < units.length; t++) {
      for (; cell < orders.length && cells.get(cell).arrival == t; cell++) {
        if (orders[cell] > 0) {
          cells.get(cell).use(orders[cell], used);
          arrived += orders[cell];
        }
      }
      for (int k = 0; k < unitSpace.length; k++) {
        int row = rooms[t * unitSpace.length + k];
        if (row != HardLimits.NONE) {
          used[row] += unitSpace[k] * addedStock(t, arrived);
        }
      }
    }
  }
}
