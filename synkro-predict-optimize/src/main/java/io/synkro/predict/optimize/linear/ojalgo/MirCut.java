package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import io.synkro.predict.optimize.linear.ojalgo.VariableBounds.Bound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Mixed integer rounding of an aggregation: columns are measured from bounds that are near, all is
 * divided by a number, and whole numbers are rounded. What it makes follows from rows and bounds.
 * Source: Marchand &amp; Wolsey (2001), "Aggregation and mixed integer rounding to solve MIPs",
 * doi:10.1287/opre.49.3.363.12648.
 */
final class MirCut {
  private static final double LEAST_FRACTION = 0.01;
  private static final double LEAST_DEPTH = 1e-3;
  private static final int MOST_DIVISORS = 12;

  /** Larger ratios of coefficients do more harm than good in double precision. */
  private static final double MOST_RATIO = 1e6;

  /** More than rounding can be off, as a share of the limit. */
  private static final double ROUNDING = 1e-9;

  private final LinearModel model;
  private final Box box;
  private final VariableBounds bounds;
  private final double[] x;

  // what is left of the aggregation: integer columns, of which each is measured from its lower
  // bound or, flipped, from its upper one, and terms that are zero or more
  private final double[] whole;
  private final boolean[] flipped;
  private final List<Integer> integers = new ArrayList<>();
  private final List<Real> reals = new ArrayList<>();
  private double limit;

  /**
   * A term {@code factor * t} with a negative factor, {@code t} being {@code size} at the point.
   */
  private sealed interface Real {
    double factor();

    double size();
  }

  private record FromBound(double factor, double size, int column, boolean upper, Bound bound)
      implements Real {}

  private record FromRow(double factor, double size, Aggregation.Slack slack) implements Real {}

  MirCut(LinearModel model, Box box, VariableBounds bounds, double[] x) {
    this.model = model;
    this.box = box;
    this.bounds = bounds;
    this.x = x;
    this.whole = new double[x.length];
    this.flipped = new boolean[x.length];
  }

  /** Makes the deepest cut that it can of an aggregation; null if the point keeps all. */
  @Nullable Cut of(Aggregation row) {
    Cut cut = of(row, false);
    return cut == null ? of(row, true) : cut;
  }

  /** With or without the knowledge that columns which hang on a switch are whole themselves. */
  private @Nullable Cut of(Aggregation row, boolean loose) {
    if (!measure(row, loose)) {
      return null;
    }
    double divisor = 0;
    double depth = 0;
    for (double candidate : divisors()) {
      double found = depth(candidate);
      if (found > depth) {
        depth = found;
        divisor = candidate;
      }
    }
    if (divisor == 0) {
      return null;
    }
    for (double candidate : new double[] {divisor / 2, divisor / 4, divisor / 8}) {
      double found = depth(candidate);
      if (found > depth) {
        depth = found;
        divisor = candidate;
      }
    }
    depth = flip(divisor, depth);
    return depth < LEAST_DEPTH ? null : cut(divisor);
  }

  private boolean isReal(int column, boolean loose) {
    return !model.isInteger(column) || (loose && bounds.hangs(column));
  }

  private boolean measure(Aggregation row, boolean loose) {
    Arrays.fill(whole, 0);
    reals.clear();
    integers.clear();
    limit = row.limit;
    for (int j = 0; j < x.length; j++) {
      if (row.values[j] != 0 && isReal(j, loose) && !measureReal(j, row.values[j])) {
        return false;
      }
    }
    for (Aggregation.Slack slack : row.slacks) {
      if (slack.factor() < 0) {
        double size = slack.sign() * (slack.limit() - model.matrix().dot(slack.row(), x));
        reals.add(new FromRow(slack.factor(), Math.max(0, size), slack));
      }
    }
    for (int j = 0; j < x.length; j++) {
      whole[j] += isReal(j, loose) ? 0 : row.values[j];
      if (Math.abs(whole[j]) > 1e-11) {
        integers.add(j);
        flipped[j] = box.upper[j] - x[j] < x[j] - box.lower[j];
        if (Double.isInfinite(flipped[j] ? box.upper[j] : box.lower[j])) {
          return false;
        }
        limit -= whole[j] * (flipped[j] ? box.upper[j] : box.lower[j]);
      } else {
        whole[j] = 0;
      }
    }
    return !integers.isEmpty();
  }

  private boolean measureReal(int column, double value) {
    Bound below = bounds.closest(false, column, x);
    Bound above = bounds.closest(true, column, x);
    double fromLower = x[column] - below.at(x);
    double fromUpper = above.at(x) - x[column];
    boolean upper = fromUpper < fromLower;
    Bound bound = upper ? above : below;
    if (Double.isInfinite(bound.constant())) {
      return false;
    }
    limit -= value * bound.constant();
    if (bound.integer() >= 0) {
      whole[bound.integer()] += value * bound.slope();
    }
    double factor = upper ? -value : value;
    if (factor < 0) {
      double size = Math.max(0, upper ? fromUpper : fromLower);
      reals.add(new FromBound(factor, size, column, upper, bound));
    }
    return true;
  }

  private double measured(int column) {
    return flipped[column] ? box.upper[column] - x[column] : x[column] - box.lower[column];
  }

  private double factor(int column) {
    return flipped[column] ? -whole[column] : whole[column];
  }

  /** Factors of columns that are strictly between their bounds, the largest first. */
  private double[] divisors() {
    TreeSet<Double> sizes = new TreeSet<>(Comparator.reverseOrder());
    for (int column : integers) {
      double off = measured(column);
      if (off > 1e-6 && off < box.upper[column] - box.lower[column] - 1e-6) {
        sizes.add(Math.abs(whole[column]));
      }
    }
    return sizes.stream().limit(MOST_DIVISORS).mapToDouble(Double::doubleValue).toArray();
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }

  private static double rounded(double value, double fraction) {
    return Math.floor(value) + Math.max(0, fraction(value) - fraction) / (1 - fraction);
  }

  /** How far the point is beyond the row that a divisor makes, as a distance. */
  private double depth(double divisor) {
    double fraction = fraction(limit / divisor);
    if (fraction < LEAST_FRACTION || fraction > 1 - LEAST_FRACTION) {
      return 0;
    }
    double excess = -Math.floor(limit / divisor);
    double square = 0;
    for (int column : integers) {
      double value = rounded(factor(column) / divisor, fraction);
      excess += value * measured(column);
      square += value * value;
    }
    for (Real real : reals) {
      double value = real.factor() / (divisor * (1 - fraction));
      excess += value * real.size();
      square += value * value;
    }
    return excess / Math.sqrt(square + 1e-12);
  }

  /** Measures columns from their other bound where that makes the cut deeper. */
  private double flip(double divisor, double depth) {
    double best = depth;
    for (int column : integers) {
      double range = box.upper[column] - box.lower[column];
      double off = measured(column);
      if (Double.isFinite(range) && off > 1e-6 && off < range - 1e-6) {
        turn(column, range);
        double found = depth(divisor);
        if (found > best) {
          best = found;
        } else {
          turn(column, range);
        }
      }
    }
    return best;
  }

  private void turn(int column, double range) {
    limit += flipped[column] ? whole[column] * range : -whole[column] * range;
    flipped[column] = !flipped[column];
  }

  private @Nullable Cut cut(double divisor) {
    double fraction = fraction(limit / divisor);
    double[] values = new double[x.length];
    double most = Math.floor(limit / divisor);
    for (int column : integers) {
      double value = rounded(factor(column) / divisor, fraction);
      values[column] += flipped[column] ? -value : value;
      most += flipped[column] ? -value * box.upper[column] : value * box.lower[column];
    }
    for (Real real : reals) {
      double value = real.factor() / (divisor * (1 - fraction));
      if (real instanceof FromBound part) {
        double sign = part.upper() ? -value : value;
        values[part.column()] += sign;
        most += sign * part.bound().constant();
        if (part.bound().integer() >= 0) {
          values[part.bound().integer()] -= sign * part.bound().slope();
        }
      } else if (real instanceof FromRow part) {
        double sign = value * part.slack().sign();
        SparseMatrix matrix = model.matrix();
        for (int k = matrix.start(part.slack().row()); k < matrix.end(part.slack().row()); k++) {
          values[matrix.index(k)] -= sign * matrix.value(k);
        }
        most -= sign * part.slack().limit();
      }
    }
    return sparse(values, most);
  }

  /** Leaves out coefficients that are next to zero, at the cost of their largest effect. */
  private @Nullable Cut sparse(double[] values, double most) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    List<Integer> columns = new ArrayList<>();
    double loosened = most;
    for (int j = 0; j < values.length; j++) {
      if (Math.abs(values[j]) * MOST_RATIO > largest) {
        columns.add(j);
      } else if (values[j] != 0) {
        double extreme = values[j] > 0 ? box.lower[j] : box.upper[j];
        if (Double.isInfinite(extreme)) {
          return null;
        }
        loosened -= values[j] * extreme;
      }
    }
    loosened += ROUNDING * Math.max(1, Math.abs(loosened));
    double excess = -loosened;
    double square = 0;
    for (int column : columns) {
      excess += values[column] * x[column];
      square += values[column] * values[column];
    }
    double depth = excess / Math.sqrt(square + 1e-12);
    int[] indices = columns.stream().mapToInt(Integer::intValue).toArray();
    double[] kept = columns.stream().mapToDouble(j -> values[j]).toArray();
    return depth < LEAST_DEPTH ? null : new Cut(indices, kept, loosened, depth);
  }
}
