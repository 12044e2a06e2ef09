package io.synkro.predict.optimize.conflict;

import java.util.ArrayList;
import java.util.List;

/**
 * The largest amount of a change that is proven not to be enough. Used by one thread.
 *
 * <p>A proof at prices y with margin m says more than that there is no plan: if the limits grow by
 * x times a direction d, the margin falls by x y·d, so no x below m / y·d will do. The next prices
 * are looked for at that x, and so on: Newton's method, from below.
 */
final class LeastAmount {
  /** A limit that has to grow to more than a thousand times as much is no remedy. */
  private static final double MOST = 1e3;

  private static final double CLOSE = 1e-6;
  private static final int HALVINGS = 14;

  /** A bound that has risen by less than this share after so many passes is good enough. */
  private static final double SLOW = 3e-4;

  private static final int PATIENCE = 15;

  private final UsePass pass;
  private final double[] scales;
  private final Situation situation;
  private final int passes;
  private double amount;
  private double[] prices;

  /**
   * Prepares.
   *
   * @param pass solves lines
   * @param scales by row, the size of a limit
   * @param situation before the change
   * @param passes over the lines for a proof
   * @param prices by row, to begin with
   */
  LeastAmount(UsePass pass, double[] scales, Situation situation, int passes, double[] prices) {
    this.pass = pass;
    this.scales = scales;
    this.situation = situation;
    this.passes = passes;
    this.prices = prices;
  }

  /** Returns the amount. */
  double amount() {
    return amount;
  }

  /** Returns prices at which it is not enough, or nearly so. */
  double[] prices() {
    return prices;
  }

  /** Lets limits grow; returns false if they can grow as they like. */
  boolean grow(Growth growth) {
    double reached = serveEach(growth);
    if (reached == Double.POSITIVE_INFINITY) {
      return false;
    }
    PriceAscent ascent = new PriceAscent(pass, scales, elastic(growth, reached), prices);
    int end = pass.count() + passes;
    int looked = pass.count();
    double seen = reached;
    while (pass.count() < end) {
      if (pass.count() >= looked + PATIENCE) {
        if (reached - seen < SLOW * reached) {
          break;
        }
        looked = pass.count();
        seen = reached;
      }
      Proof proof = ascent.prove(end - pass.count());
      if (proof == null) {
        break;
      }
      double price = proof.price(growth.direction);
      if (!(proof.margin <= MOST * growth.unit() * price)) {
        return false;
      }
      reached += proof.margin / price;
      amount = reached;
      prices = proof.prices;
      ascent.move(elastic(growth, reached));
    }
    return true;
  }

  /** Orders must not depend on the amount, or a proof for one would say nothing of others. */
  private Situation elastic(Growth growth, double reached) {
    return growth.at(situation, reached).elastic(growth.direction);
  }

  /** Grows until every line by itself can be served; returns the amount at which it can. */
  private double serveEach(Growth growth) {
    List<LineNeed> hopeless = hopeless(situation);
    List<LineNeed> last = hopeless;
    double high = 0;
    for (double x = 1e-4; !hopeless.isEmpty(); x *= 2) {
      if (x > MOST || pass.isOver()) {
        return Double.POSITIVE_INFINITY;
      }
      amount = high;
      last = hopeless;
      high = x * growth.unit();
      hopeless = hopeless(growth.at(situation.withNeeds(last), high));
    }
    while (high - amount > CLOSE * high && !pass.isOver()) {
      double middle = 0.5 * (amount + high);
      boolean served = hopeless(growth.at(situation.withNeeds(last), middle)).isEmpty();
      high = served ? middle : high;
      amount = served ? amount : middle;
    }
    return high;
  }

  private List<LineNeed> hopeless(Situation at) {
    double[] values = pass.solve(at, new double[scales.length]).values;
    List<LineNeed> found = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == Double.POSITIVE_INFINITY) {
        found.add(at.needs.get(i));
      }
    }
    return found;
  }

  /** Lowers minimum stocks; returns false if not even all of them given up will do. */
  boolean lower(Lowering lowering) {
    if (isProven(lowering.at(situation, 1))) {
      return false;
    }
    double high = 1;
    for (int i = 0; i < HALVINGS && !pass.isOver(); i++) {
      double middle = 0.5 * (amount + high);
      boolean proven = isProven(lowering.at(situation, middle));
      amount = proven ? middle : amount;
      high = proven ? high : middle;
    }
    return true;
  }

  /** Raises the amount if a larger one is proven not to be enough. */
  boolean raise(Family family, double larger) {
    boolean proven = isProven(family.at(situation, larger));
    amount = proven ? larger : amount;
    return proven;
  }

  private boolean isProven(Situation at) {
    Proof proof = new PriceAscent(pass, scales, at, prices).prove(passes / 2);
    if (proof != null && proof.margin < Double.POSITIVE_INFINITY) {
      prices = proof.prices;
    }
    return proof != null;
  }
}
