package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The linear model of a planning problem in whole numbers, such that every plan of the problem is
 * one of it: it bounds the problem from below.
 *
 * <p>Columns are as they are: with whole packs, stocks and the pieces of their costs are whole
 * packs too, if their bounds are, as they are without elastic limits. A row of whole numbers stays
 * as it is. Others are multiplied by a power of ten, their coefficients are rounded and their
 * limits widened by what that can change; the power is the least by which no sum passes its limit
 * by more than {@value #ROW_ERROR} of it (or of 1), which is less than the check of plans allows.
 * Costs are multiplied by up to {@value #MOST_COST_SCALE}, less only if their sum would not fit;
 * {@link #bound} takes off what rounding them can change.
 *
 * <p>There is no such model if a column has other bounds than whole ones, or if the sum of a row or
 * of the costs could exceed 2<sup>53</sup>.
 */
final class WholeModel {
  private static final double ROW_ERROR = 4e-7;
  private static final double MOST_COST_SCALE = 1e6;
  private static final double LARGEST = 0x1p53;

  /** Of sums of doubles. */
  private static final double ROUNDING = 1e-12;

  private final LinearModel linear;
  private final List<Row> rows = new ArrayList<>();
  private final Scaled costs;
  private final double costScale;

  private WholeModel(LinearModel linear) {
    this.linear = linear;
    SparseMatrix matrix = linear.matrix();
    for (int r = 0; r < linear.rows(); r++) {
      rows.add(row(matrix, r));
    }
    int[] all = new int[linear.columns()];
    for (int j = 0; j < all.length; j++) {
      all[j] = j;
    }
    double scale = MOST_COST_SCALE;
    Scaled scaled = new Scaled(all, linear.costs(), scale);
    while (scaled.largest > LARGEST && scale > 1) {
      scale /= 10;
      scaled = new Scaled(all, linear.costs(), scale);
    }
    this.costs = scaled;
    this.costScale = scale;
  }

  /** Makes the model, if there is one. */
  static Optional<WholeModel> of(LinearModel linear) {
    for (int j = 0; j < linear.columns(); j++) {
      if (!isWhole(linear.lower(j)) || !isWhole(linear.upper(j))) {
        return Optional.empty();
      }
    }
    WholeModel model = new WholeModel(linear);
    boolean fits =
        model.costs.largest <= LARGEST
            && model.rows.stream().allMatch(row -> row.terms.largest <= LARGEST);
    return fits ? Optional.of(model) : Optional.empty();
  }

  private static boolean isWhole(double value) {
    return Math.abs(value) < Integer.MAX_VALUE && value == Math.rint(value);
  }

  private double farthest(int column) {
    return Math.max(Math.abs(linear.lower(column)), Math.abs(linear.upper(column)));
  }

  private Row row(SparseMatrix matrix, int r) {
    int[] columns = new int[matrix.end(r) - matrix.start(r)];
    double[] values = new double[columns.length];
    boolean whole = true;
    double farthest = 0;
    for (int e = 0; e < columns.length; e++) {
      columns[e] = matrix.index(matrix.start(r) + e);
      values[e] = matrix.value(matrix.start(r) + e);
      whole &= values[e] == Math.rint(values[e]);
      farthest += farthest(columns[e]);
    }
    double least = linear.rowLower(r);
    double most = linear.rowUpper(r);
    double size = Math.max(1, Math.min(Math.abs(least), Math.abs(most)));
    double scale = whole ? 1 : powerOfTen(farthest / (ROW_ERROR * size));
    return new Row(new Scaled(columns, values, scale), scale * least, scale * most);
  }

  private static double powerOfTen(double least) {
    return Math.pow(10, Math.max(0, Math.ceil(Math.log10(least))));
  }

  /** Returns the least value of a column. */
  long lower(int column) {
    return (long) linear.lower(column);
  }

  /** Returns its greatest. */
  long upper(int column) {
    return (long) linear.upper(column);
  }

  /** Returns all rows. */
  List<Row> rows() {
    return rows;
  }

  /** Returns the cost of each column, multiplied. */
  long[] costs() {
    return costs.coefficients;
  }

  /** Returns what a bound of the multiplied costs proves of the linear model. */
  double bound(double whole) {
    return linear.offset() + (whole - costs.error) / costScale;
  }

  /** Coefficients multiplied and rounded. */
  private final class Scaled {
    private final int[] columns;
    private final long[] coefficients;

    /** What rounding can change in a sum. */
    private final double error;

    /** What no sum exceeds. */
    private final double largest;

    Scaled(int[] columns, double[] values, double scale) {
      this.columns = columns;
      this.coefficients = new long[values.length];
      double off = 0;
      double sum = 0;
      for (int e = 0; e < values.length; e++) {
        coefficients[e] = Math.round(scale * values[e]);
        off += Math.abs(scale * values[e] - coefficients[e]) * farthest(columns[e]);
        sum += Math.abs((double) coefficients[e]) * farthest(columns[e]);
      }
      this.error = off;
      this.largest = sum;
    }
  }

  /** A row: a sum between two limits. */
  static final class Row {
    private final Scaled terms;
    private final double least;
    private final double most;

    private Row(Scaled terms, double least, double most) {
      this.terms = terms;
      this.least = Math.max(least - terms.error, -terms.largest);
      this.most = Math.min(most + terms.error, terms.largest);
    }

    /** Returns how many columns it has. */
    int size() {
      return terms.columns.length;
    }

    /** Returns one of its columns. */
    int column(int entry) {
      return terms.columns[entry];
    }

    /** Returns the coefficient of each. */
    long[] coefficients() {
      return terms.coefficients;
    }

    /** Returns the least that the sum may be. */
    long least() {
      return (long) Math.ceil(least - ROUNDING * Math.abs(least));
    }

    /** Returns the most. */
    long most() {
      return (long) Math.floor(most + ROUNDING * Math.abs(most));
    }
  }
}
