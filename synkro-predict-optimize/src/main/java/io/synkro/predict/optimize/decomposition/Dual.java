package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Raises the lower bound: every line solved at the prices of the limits gives a bound, and a slope
 * that says how the prices should change (Fisher 1981, <a
 * href="https://doi.org/10.1287/mnsc.27.1.1">doi:10.1287/mnsc.27.1.1</a>). Prices are scaled by the
 * amounts of their limits; that of an elastic limit is at most what a unit beyond it costs, since
 * then using more never pays. All plans that are met go into the pool. Used by one thread at a
 * time, which others help.
 */
final class Dual {
  /** Rounding errors are far below this share of what is added up. */
  private static final double ROUNDING = 1e-12;

  private static final byte[] NO_CHOICE = {};

  /** Of the bound: what a first step from prices of a similar problem may gain. */
  private static final double KNOWN_HOPE = 1e-3;

  /** The same, where the search goes on from good prices. */
  private static final double RENEWED_HOPE = 1e-3;

  private final Parts parts;
  private final LineTable table;
  private final Limits limits;
  private final LinePass pass;
  private final PlanPool pool;
  private final Watch watch;
  private final double weight;
  private final int[] plan;
  private final double[] caps;
  private final Scales scales;
  private final double[] start;
  private final double[] used;
  private Bundle bundle;
  private double[] prices;
  private double bound = Double.NEGATIVE_INFINITY;
  private int time;
  private boolean met;

  /**
   * Solves all lines at the first prices.
   *
   * @param parts of the engine
   * @param weight of the true costs: 1, or 0 to look for a contradiction between limits
   * @param first prices of the limits
   */
  Dual(Parts parts, double weight, double[] first) {
    this.parts = parts;
    this.table = parts.table();
    this.limits = parts.limits();
    this.pass = parts.pass();
    this.pool = parts.pool();
    this.watch = parts.watch();
    this.weight = weight;
    this.plan = new int[table.orders()];
    this.caps = new double[limits.count];
    this.start = new double[limits.count];
    for (int r = 0; r < limits.count; r++) {
      start[r] = Math.min(first[r], limits.hard(r) ? first[r] : weight * limits.price[r]);
    }
    this.prices = start;
    byte[] choice = new byte[table.blocks];
    LinePass.Sums sums = solve(start, 1, choice);
    this.used = sums.used;
    this.scales = new Scales(table, limits, plan, used);
    double[] scaled = new double[limits.count];
    for (int r = 0; r < limits.count; r++) {
      double most = limits.price[r];
      caps[r] = limits.hard(r) ? most : weight * most * scales.of(r);
      scaled[r] = start[r] * scales.of(r);
    }
    this.bundle = Bundle.at(scaled, caps, isKnown(start) ? KNOWN_HOPE : 1);
    if (sums.complete) {
      raise(sums, start);
      bundle.add(plane(sums, new Sample(1, limits.amount), start, choice));
    }
  }

  private static boolean isKnown(double[] prices) {
    return Arrays.stream(prices).anyMatch(price -> price > 0);
  }

  /** Returns the best proven bound. */
  double bound() {
    return bound;
  }

  /** Returns the prices of the limits at that bound. */
  double[] prices() {
    return prices;
  }

  /** Returns the planes at the last points, whose mixture nearly keeps the limits. */
  Bundle bundle() {
    return bundle;
  }

  /** Returns the unit in which the use of a limit is measured. */
  double scale(int limit) {
    return scales.of(limit);
  }

  /** How much larger the whole is than a sample, and the limits scaled to it. */
  private static final class Sample {
    private final double share;
    private final double[] amounts;

    Sample(double share, double[] amounts) {
      this.share = share;
      this.amounts = amounts;
    }
  }

  /**
   * Looks for good prices on a sample of the lines. Limits are scaled by how much more or less than
   * all lines the sample uses for its size at the first prices.
   *
   * @param stride every how many lines
   * @param most number of points
   * @param tolerance ends when no more than this share of the bound can be hoped for
   */
  void sample(int stride, int most, double tolerance) {
    int sampled = (table.blocks + stride - 1) / stride;
    double share = (double) table.blocks / sampled;
    double[] part = solve(start, stride, NO_CHOICE).used;
    double[] amounts = limits.amount.clone();
    for (int r = 0; r < limits.count; r++) {
      double whole = used[limits.account[r]];
      double ratio = whole > 0 ? share * part[limits.account[r]] / whole : 1;
      amounts[r] *= Math.max(0.2, Math.min(5, ratio));
    }
    Bundle search = Bundle.after(bundle);
    for (int i = 0; i < most && !watch.isOver(); i++) {
      double[] at = unscaled(search.next());
      if (search.hoped() <= tolerance * Math.abs(bound)) {
        break;
      }
      LinePass.Sums sums = solve(at, stride, NO_CHOICE);
      search.add(plane(sums, new Sample(share, amounts), at, NO_CHOICE));
    }
    bundle = Bundle.after(search);
  }

  /**
   * Raises the bound.
   *
   * @param tolerance ends when no more than this share of the bound can be hoped for
   * @param most number of passes
   * @return whether nothing is left to hope for
   */
  boolean ascend(double tolerance, int most) {
    for (int i = 0; i < most && !watch.isOver(); i++) {
      double[] at = unscaled(bundle.next());
      if (bundle.hoped() <= tolerance * Math.abs(bound)) {
        return true;
      }
      byte[] choice = new byte[table.blocks];
      LinePass.Sums sums = solve(at, 1, choice);
      if (sums.complete) {
        raise(sums, at);
        bundle.add(plane(sums, new Sample(1, limits.amount), at, choice));
      }
    }
    return false;
  }

  /** Returns the plan of the last point; to be changed where blocks with lanes have better ones. */
  int[] plan() {
    return plan;
  }

  /**
   * Meets the plan of the last point as it is now; searches start from the best known from now on.
   */
  void meet(boolean[] planned) {
    met = true;
    time++;
    LineBooks books = new LineBooks(table);
    for (int b = 0; b < table.blocks; b++) {
      if (planned[b]) {
        pool.add(b, plan, time, books);
      }
    }
  }

  /**
   * Looks at the best prices again, where blocks with lanes may have better plans by now, and goes
   * on from there.
   *
   * @return by how much the value at these prices was too high
   */
  double renew() {
    double before = bound;
    byte[] choice = new byte[table.blocks];
    LinePass.Sums sums = solve(prices, 1, choice);
    if (!sums.complete) {
      return 0;
    }
    bound = Double.NEGATIVE_INFINITY;
    raise(sums, prices);
    double[] scaled = new double[limits.count];
    for (int r = 0; r < limits.count; r++) {
      scaled[r] = prices[r] * scales.of(r);
    }
    bundle = Bundle.at(scaled, caps, RENEWED_HOPE);
    bundle.add(plane(sums, new Sample(1, limits.amount), prices, choice));
    return before - bound;
  }

  /** Meets more plans of the lines: those at prices around the best ones. */
  void wander(double width, SplittableRandom random) {
    double[] at = prices.clone();
    for (int r = 0; r < at.length; r++) {
      double factor = 1 + width * (2 * random.nextDouble() - 1);
      at[r] = Math.min(limits.price[r], at[r] * factor);
    }
    LinePass.Sums sums = solve(at, 1, NO_CHOICE);
    if (sums.complete) {
      raise(sums, at);
    }
  }

  /** Blocks with lanes are searched from the best plans that are known. */
  private void startFromKnown(double[] at) {
    Regrets known = new Regrets(parts, at);
    for (int b = 0; b < table.blocks && known.complete(); b++) {
      if (table.isJoined(b)) {
        pool.copy(b, known.best(b), plan);
      }
    }
  }

  private LinePass.Sums solve(double[] at, int stride, byte[] choice) {
    if (met) {
      startFromKnown(at);
    }
    time++;
    LinePass.Query query = new LinePass.Query(limits.accountPrices(at), weight, stride);
    return pass.solve(
        query,
        plan,
        (line, books) -> {
          int column = pool.add(line, plan, time, books);
          if (choice.length > 0) {
            choice[line] = (byte) column;
          }
        });
  }

  private void raise(LinePass.Sums sums, double[] at) {
    double value = sums.value;
    double magnitude = sums.magnitude;
    for (int r = 0; r < limits.count; r++) {
      double price = at[r] * limits.amount[r];
      value -= price;
      magnitude += price;
    }
    value -= ROUNDING * magnitude;
    if (value > bound) {
      bound = value;
      prices = at;
      if (weight > 0 && !table.hasLanes()) { // blocks with lanes are not solved exactly
        watch.proved(bound);
      }
    }
  }

  private Bundle.Plane plane(LinePass.Sums sums, Sample sample, double[] at, byte[] choice) {
    double value = sample.share * sums.value;
    double[] slope = new double[limits.count];
    for (int r = 0; r < limits.count; r++) {
      double amount = sample.amounts[r];
      value -= at[r] * amount;
      slope[r] = (sample.share * sums.used[limits.account[r]] - amount) / scales.of(r);
    }
    return new Bundle.Plane(value, slope, choice);
  }

  private double[] unscaled(double[] point) {
    double[] at = new double[limits.count];
    for (int r = 0; r < limits.count; r++) {
      at[r] = point[r] / scales.of(r);
    }
    return at;
  }
}
