package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.internal.IntArray;
import java.util.SplittableRandom;

/**
 * The rows from which LightGBM finds its bins: all of them, or one at random out of each of 200,000
 * equal spans (LightGBM's own {@code bin_construct_sample_cnt}). A fixed stride would meet the same
 * weekday again and again.
 */
final class SampledColumns implements AutoCloseable {
  private static final int SAMPLE = 200_000;

  /** LightGBM takes values as small as this for zero, and expects only the others in a sample. */
  private static final float ZERO = 1e-35f;

  private final int columns;
  private final int sampled;
  private final long values;
  private final long positions;
  private final long counts;

  /**
   * What to free. The arrays of pointers cannot tell: when LightGBM bundles features it writes
   * pointers of its own into {@code positions} ({@code FastFeatureBundling} in dataset.cpp).
   */
  private final long[] columnValues;

  private final long[] columnPositions;

  private SampledColumns(int columns, int sampled) {
    this.columns = columns;
    this.sampled = sampled;
    this.values = lightgbmlibJNI.new_doublePtrArray(columns);
    this.positions = lightgbmlibJNI.new_intPtrArray(columns);
    this.counts = lightgbmlibJNI.new_intArray(columns);
    this.columnValues = new long[columns];
    this.columnPositions = new long[columns];
  }

  static long createDataset(Cells cells, String parameters) {
    TrainingRows rows = cells.rows();
    int[] chosen = choose(rows.size());
    try (SampledColumns sample = new SampledColumns(rows.schema().size(), chosen.length)) {
      for (int c = 0; c < sample.columns; c++) {
        sample.fill(cells, chosen, c);
      }
      return NativeCalls.handle(
          pointer ->
              lightgbmlibJNI.LGBM_DatasetCreateFromSampledColumn(
                  sample.values,
                  sample.positions,
                  sample.columns,
                  sample.counts,
                  sample.sampled,
                  rows.size(),
                  rows.size(),
                  parameters,
                  pointer));
    }
  }

  static int[] choose(int rows) {
    int size = Math.min(rows, SAMPLE);
    SplittableRandom random = new SplittableRandom(1);
    int[] chosen = new int[size];
    for (int i = 0; i < size; i++) {
      int from = (int) ((long) i * rows / size);
      int to = (int) ((i + 1L) * rows / size);
      chosen[i] = to - from == 1 ? from : random.nextInt(from, to);
    }
    return chosen;
  }

  private void fill(Cells cells, int[] sample, int column) {
    float[] sampledValues = new float[sample.length];
    IntArray kept = new IntArray();
    for (int i = 0; i < sample.length; i++) {
      // if any value is missing, the first one stands for it
      boolean missing = i == 0 && cells.isMissing(column);
      sampledValues[i] = missing ? Float.NaN : cells.value(sample[i], column);
      if (!(Math.abs(sampledValues[i]) <= ZERO)) {
        kept.add(i);
      }
    }
    long valuesHere = lightgbmlibJNI.new_doubleArray(Math.max(1, kept.size()));
    columnValues[column] = valuesHere;
    long positionsHere = lightgbmlibJNI.new_intArray(Math.max(1, kept.size()));
    columnPositions[column] = positionsHere;
    for (int k = 0; k < kept.size(); k++) {
      lightgbmlibJNI.doubleArray_setitem(valuesHere, k, sampledValues[kept.get(k)]);
      lightgbmlibJNI.intArray_setitem(positionsHere, k, kept.get(k));
    }
    lightgbmlibJNI.doublePtrArray_setitem(values, column, valuesHere);
    lightgbmlibJNI.intPtrArray_setitem(positions, column, positionsHere);
    lightgbmlibJNI.intArray_setitem(counts, column, kept.size());
  }

  @Override
  public void close() {
    for (int c = 0; c < columns; c++) { // zero, which C++ may delete, where none was filled
      lightgbmlibJNI.delete_doubleArray(columnValues[c]);
      lightgbmlibJNI.delete_intArray(columnPositions[c]);
    }
    lightgbmlibJNI.delete_doublePtrArray(values);
    lightgbmlibJNI.delete_intPtrArray(positions);
    lightgbmlibJNI.delete_intArray(counts);
  }
}
