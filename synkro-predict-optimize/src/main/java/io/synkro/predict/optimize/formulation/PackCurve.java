package io.synkro.predict.optimize.formulation;

import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the stock at the end of a period costs and how much of it is on hand, as functions of the
 * packs added to the stock without orders. Packs are whole, so both functions are interpolated
 * between whole numbers: they are convex still, exact where they count, and nowhere below the
 * functions of the stock, which makes the relaxation of the model tighter.
 *
 * @param cost money at the lower end
 * @param onHand units on hand at the lower end
 * @param pieces from the lower end upwards; their slopes do not fall
 */
record PackCurve(double cost, double onHand, List<Piece> pieces) {
  private static final double ROUNDING = 1e-11;

  /**
   * A range of equal slopes.
   *
   * @param width packs
   * @param cost money for each pack more
   * @param onHand units on hand for each pack more
   */
  record Piece(double width, double cost, double onHand) {
    private boolean goesOn(Piece next) {
      return close(cost, next.cost) && close(onHand, next.onHand);
    }

    private static boolean close(double a, double b) {
      return Math.abs(a - b) <= ROUNDING * (Math.abs(a) + Math.abs(b));
    }
  }

  /**
   * Interpolates.
   *
   * @param line the line
   * @param period from 0
   * @param low fewest packs, whole
   * @param high most packs, whole
   * @return the functions between them
   */
  static PackCurve of(StockLine line, int period, double low, double high) {
    StockCost function = line.cost(period);
    double bare = line.stockWithoutOrders(period);
    double pack = line.packSize();
    TreeSet<Double> corners = new TreeSet<>(List.of(low + 0.0, high + 0.0)); // no -0.0
    for (int c = 0; c <= function.corners(); c++) {
      double at = ((c < function.corners() ? function.level(c) : 0) - bare) / pack;
      for (double whole : new double[] {Math.floor(at), Math.ceil(at)}) {
        if (whole > low && whole < high) {
          corners.add(whole + 0.0);
        }
      }
    }
    List<Piece> pieces = new ArrayList<>();
    double from = corners.first();
    for (double to : corners.tailSet(from, false)) {
      double width = to - from;
      double first = bare + pack * from;
      double last = bare + pack * to;
      Piece piece =
          new Piece(
              width,
              (function.at(last) - function.at(first)) / width,
              (Math.max(0, last) - Math.max(0, first)) / width);
      int before = pieces.size() - 1;
      if (before >= 0 && pieces.get(before).goesOn(piece)) {
        Piece old = pieces.get(before);
        piece = new Piece(old.width + width, old.cost, old.onHand);
        pieces.remove(before);
      }
      pieces.add(piece);
      from = to;
    }
    double start = bare + pack * low;
    return new PackCurve(function.at(start), Math.max(0, start), pieces);
  }
}
