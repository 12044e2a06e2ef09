package io.synkro.predict.optimize.decomposition;

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

  private final LineTable table;
  private final Limits limits;
  private final LinePass pass;
  private final PlanPool pool;
  private final Watch watch;
  private final double weight;
  private final int[] plan;
  private final double[] scales;
  private final double[] caps;
  private Bundle bundle;
  private double[] prices;
  private double bound = Double.NEGATIVE_INFINITY;
  private int time;

  /**
   * Prepares.
   *
   * @param parts of the engine
   * @param weight of the true costs: 1, or 0 to look for a contradiction between limits
   */
  Dual(Parts parts, double weight) {
    this.table = parts.table();
    this.limits = parts.limits();
    this.pass = parts.pass();
    this.pool = parts.pool();
    this.watch = parts.watch();
    this.weight = weight;
    this.plan = new int[table.orders()];
    this.scales = new double[limits.count];
    this.caps = new double[limits.count];
    this.prices = new double[limits.count];
    this.bundle = new Bundle(prices, caps, 0);
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
    return scales[limit];
  }

  /**
   * Solves all lines at the first prices.
   *
   * @param start prices of the limits
   * @return what was found; a line without any plan is named there
   */
  LinePass.Sums begin(double[] start) {
    byte[] choice = new byte[table.lines];
    LinePass.Sums sums = solve(start, 1, choice);
    double[] worth = worth();
    double total = 0;
    for (double w : worth) {
      total = Math.max(total, w);
    }
    for (int r = 0; r < limits.count; r++) {
      double used = sums.used[limits.account[r]];
      scales[r] = Math.max(limits.amount[r], used > 0 ? 1e-3 * used : 1);
      double share = total > 0 ? Math.max(1e-4, worth[limits.account[r]] / total) : 1;
      scales[r] /= Math.pow(share, Double.parseDouble(System.getProperty("metric", "0.25")));
      caps[r] = limits.hard(r) ? limits.price[r] : weight * limits.price[r] * scales[r];
    }
    double[] scaled = new double[limits.count];
    for (int r = 0; r < limits.count; r++) {
      scaled[r] = Math.min(start[r] * scales[r], caps[r]);
    }
    bundle = new Bundle(scaled, caps, 0);
    if (sums.hopeless < 0) {
      raise(sums, start);
      bundle.add(plane(sums, new Sample(1, limits.amount), start, choice));
    }
    return sums;
  }

  /** Returns the money value of what uses each account. */
  private double[] worth() {
    double[] worth = new double[limits.accounts];
    double[] arriving = new double[table.periods];
    for (int i = 0; i < table.lines; i++) {
      java.util.Arrays.fill(arriving, 0);
      double unit = 0;
      for (int o = table.options[i]; o < table.options[i + 1]; o++) {
        double cost = table.tierCost[table.tiers[o]];
        unit = unit == 0 ? cost / table.pack[i] : Math.min(unit, cost / table.pack[i]);
        for (int t = 0; t < table.periods; t++) {
          int packs = plan[o * table.periods + t];
          if (packs > 0) {
            worth[t] += packs * cost;
            worth[table.supplier[o] + t] += packs * cost;
            if (t + table.lead[o] < table.periods) {
              arriving[t + table.lead[o]] += packs * table.pack[i];
            }
          }
        }
      }
      double ordered = 0;
      for (int t = 0; t < table.periods; t++) {
        ordered += arriving[t];
        double stock = Math.max(0, table.bare[i * table.periods + t] + ordered);
        for (int r = table.rooms[i]; r < table.rooms[i + 1]; r++) {
          worth[table.roomAccount[r] + t] += unit * stock;
        }
      }
    }
    return worth;
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
   * Looks for good prices on a sample of the lines.
   *
   * @param stride every how many lines
   * @param most number of points
   * @param all what all lines use at the present best prices: limits are scaled by how much more or
   *     less the sample uses for its size
   */
  void sample(int stride, int most, double[] all, double tolerance) {
    int sampled = (table.lines + stride - 1) / stride;
    double share = (double) table.lines / sampled;
    double[] first = solve(unscaled(bundle.center()), stride, NO_CHOICE).used;
    double[] amounts = limits.amount.clone();
    for (int r = 0; r < limits.count; r++) {
      double used = all[limits.account[r]];
      double ratio = used > 0 ? share * first[limits.account[r]] / used : 1;
      amounts[r] *= Math.max(0.2, Math.min(5, ratio));
    }
    Bundle part = new Bundle(bundle.center(), caps, bundle.reach());
    for (int i = 0; i < most && !watch.isOver(); i++) {
      double[] at = unscaled(part.next());
      if (part.hoped() <= tolerance * Math.abs(bound)) {
        break;
      }
      LinePass.Sums sums = solve(at, stride, NO_CHOICE);
      part.add(plane(sums, new Sample(share, amounts), at, NO_CHOICE));
    }
    bundle = new Bundle(part.center(), caps, part.reach());
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
      byte[] choice = new byte[table.lines];
      LinePass.Sums sums = solve(at, 1, choice);
      if (!watch.isOver()) {
        raise(sums, at);
        if (DecompositionEngine.LOG && pass.count() % 10 == 0)
          System.out.printf(
              "    pass %d bound %.2f hoped %.3f reach %.3g viol %.5f%n",
              pass.count(), bound, bundle.hoped(), bundle.reach(), bundle.violation());
        bundle.add(plane(sums, new Sample(1, limits.amount), at, choice));
      }
    }
    return false;
  }

  /** Meets more plans of the lines: those at prices around the best ones. */
  void wander(double width, SplittableRandom random) {
    double[] at = prices.clone();
    for (int r = 0; r < at.length; r++) {
      double factor = 1 + width * (2 * random.nextDouble() - 1);
      at[r] = Math.min(limits.price[r], at[r] * factor);
    }
    LinePass.Sums sums = solve(at, 1, NO_CHOICE);
    if (!watch.isOver()) {
      raise(sums, at);
    }
  }

  private LinePass.Sums solve(double[] at, int stride, byte[] choice) {
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
    }
  }

  private Bundle.Plane plane(LinePass.Sums sums, Sample sample, double[] at, byte[] choice) {
    double value = sample.share * sums.value;
    double[] slope = new double[limits.count];
    for (int r = 0; r < limits.count; r++) {
      double amount = sample.amounts[r];
      value -= at[r] * amount;
      slope[r] = (sample.share * sums.used[limits.account[r]] - amount) / scales[r];
    }
    return new Bundle.Plane(value, slope, choice);
  }

  private double[] unscaled(double[] point) {
    double[] at = new double[limits.count];
    for (int r = 0; r < limits.count; r++) {
      at[r] = point[r] / scales[r];
    }
    return at;
  }
}
