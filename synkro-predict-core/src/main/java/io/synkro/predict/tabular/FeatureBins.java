package io.synkro.predict.tabular;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * Bins of feature columns, so that a value takes one byte: what a histogram learner sees of it.
 * Immutable; safe for use by many threads.
 */
public final class FeatureBins {
  /** The code of a missing value. */
  public static final int MISSING = 255;

  /** Most bins of a column. */
  public static final int MOST = 255;

  private final FeatureSchema schema;
  private final float[][] uppers;
  private final BinSearch[] searches;

  private FeatureBins(FeatureSchema schema, float[][] uppers) {
    this.schema = schema;
    this.uppers = uppers;
    this.searches = Arrays.stream(uppers).map(BinSearch::new).toArray(BinSearch[]::new);
  }

  /**
   * Makes bins that hold about as many values each. A column of few different values gets a bin for
   * each of them; a bin ends half way between two neighbouring values. A category is its own bin.
   *
   * @param sample some rows; a column without values gets one bin
   * @param most most bins of a column, from 2 to {@link #MOST}
   * @return bins for tables of the sample's schema
   * @throws InvalidInputException if a column has more categories than {@code most}
   */
  public static FeatureBins of(FeatureTable sample, int most) {
    Require.that(
        most >= 2 && most <= MOST, "most bins", most, "must be from 2 to " + MOST, "use 255");
    float[][] uppers = new float[sample.schema().size()][];
    float[] column = new float[sample.rows()];
    for (int c = 0; c < uppers.length; c++) {
      Feature feature = sample.schema().features().get(c);
      sample.copyColumn(c, 0, column.length, column);
      uppers[c] = feature.isCategory() ? categories(feature, most) : numbers(column, most);
    }
    return new FeatureBins(sample.schema(), uppers);
  }

  private static float[] categories(Feature feature, int most) {
    Require.that(
        feature.categories() <= most,
        "categories of feature " + feature.name(),
        feature.categories(),
        "must be at most the number of bins, " + most,
        "join rare categories");
    float[] uppers = new float[feature.categories()];
    for (int k = 0; k < uppers.length; k++) {
      uppers[k] = k;
    }
    return uppers;
  }

  private static float[] numbers(float[] column, int most) {
    float[] values = column.clone();
    Arrays.sort(values); // NaN last
    int count = values.length;
    while (count > 0 && Float.isNaN(values[count - 1])) {
      count--;
    }
    return uppers(values, count, most);
  }

  /** Ends a bin as soon as it holds its share of the values that are left. */
  private static float[] uppers(float[] sorted, int count, int most) {
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      distinct += i == 0 || sorted[i - 1] < sorted[i] ? 1 : 0;
    }
    float[] uppers = new float[most];
    int bins = 0;
    int begin = 0;
    for (int i = 0; i + 1 < count && bins < most - 1; i++) {
      double share = distinct <= most ? 1 : (double) (count - begin) / (most - bins);
      if (sorted[i] < sorted[i + 1] && i + 1 - begin >= share) {
        uppers[bins++] = between(sorted[i], sorted[i + 1]);
        begin = i + 1;
      }
    }
    uppers[bins++] = Float.POSITIVE_INFINITY;
    return Arrays.copyOf(uppers, bins);
  }

  private static float between(float low, float high) {
    float middle = (float) (((double) low + high) / 2);
    return middle < high ? middle : low;
  }

  /**
   * Returns the columns.
   *
   * @return schema of the tables that these bins are for
   */
  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Returns the number of bins of a column.
   *
   * @param column position of the column
   * @return from 1 to {@link #MOST}
   */
  public int size(int column) {
    return uppers[column].length;
  }

  /**
   * Returns the largest value of a bin.
   *
   * @param column position of the column
   * @param bin position of the bin
   * @return the value; infinite for the last bin of a number, the category for a category
   */
  public float upper(int column, int bin) {
    return uppers[column][bin];
  }

  /**
   * Returns a value of a bin: its upper end, or a larger value than that of the bin before if it
   * has none.
   *
   * @param column position of the column
   * @param code position of the bin, or {@link #MISSING}
   * @return a value whose code is {@code code}; NaN for {@link #MISSING}
   */
  public float value(int column, int code) {
    if (code == MISSING) {
      return Float.NaN;
    }
    float upper = uppers[column][code];
    if (upper < Float.POSITIVE_INFINITY) {
      return upper;
    }
    return code == 0 ? 0 : Math.nextUp(uppers[column][code - 1]);
  }

  /**
   * Returns the bin of a value.
   *
   * @param column position of the column
   * @param value the value
   * @return the first bin whose upper end is not below the value; {@link #MISSING} for NaN and for
   *     a category that there is not
   */
  public int code(int column, float value) {
    return code(searches[column], uppers[column], isCategory(column), value);
  }

  private static int code(BinSearch search, float[] ends, boolean category, float value) {
    if (!(value <= ends[ends.length - 1])) {
      return MISSING;
    }
    int bin = search.of(value);
    return category && ends[bin] != value ? MISSING : bin;
  }

  private boolean isCategory(int column) {
    return schema.features().get(column).isCategory();
  }

  /**
   * Puts the bins of a part of a column into bytes, to be read as unsigned.
   *
   * @param column position of the column
   * @param values values of the part
   * @param count how many there are
   * @param target receives the codes
   * @param at where the first code goes
   */
  public void encode(int column, float[] values, int count, byte[] target, int at) {
    float[] ends = uppers[column];
    BinSearch search = searches[column];
    boolean category = isCategory(column);
    for (int i = 0; i < count; i++) {
      target[at + i] = (byte) code(search, ends, category, values[i]);
    }
  }
}
