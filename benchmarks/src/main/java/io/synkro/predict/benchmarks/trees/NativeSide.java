package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.engine.lightgbm.NativeLightGbm;
import io.synkro.predict.engine.lightgbm.NativeLightGbm.Kind;
import io.synkro.predict.engine.lightgbm.NativeRows;
import io.synkro.predict.engine.lightgbm.SingleRow;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.tabular.FeatureTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A native engine's predictions, raw scores and margins, on one thread. */
interface NativeSide extends AutoCloseable {
  /** Scores the large batch. */
  void batch();

  /** Scores one of the small tables. */
  void few(int table);

  /** Scores one row, the fastest way through JNI. */
  void single(int row);

  /** Scores one row the way that the engine's own Java wrapper does. */
  void wrapped(int row);

  /** Explains one of the small tables. */
  void contributions(int table);

  @Override
  void close();

  /** What is scored. */
  @SuppressWarnings("ArrayRecordComponent") // made once and never compared
  record Rows(FeatureTable batch, List<FeatureTable> few, float[][] singles) {}

  /** Rows are in native memory before the clock starts. */
  final class LightGbm implements NativeSide {
    private final NativeLightGbm model;
    private final NativeRows batch;
    private final List<NativeRows> few;
    private final List<NativeRows> explained;
    private final SingleRow single;
    private final float[][] floats;
    private final double[][] doubles;

    LightGbm(byte[] saved, Rows rows) {
      this.model = NativeLightGbm.load(new String(saved, StandardCharsets.UTF_8));
      this.batch = model.rows(rows.batch(), Kind.RAW);
      this.few = rows.few().stream().map(table -> model.rows(table, Kind.RAW)).toList();
      this.explained = rows.few().stream().map(table -> model.rows(table, Kind.CONTRIB)).toList();
      this.single = model.singleRow(rows.batch().schema().size(), Kind.RAW);
      this.floats = rows.singles();
      this.doubles = new double[floats.length][floats[0].length];
      for (int i = 0; i < floats.length; i++) {
        for (int c = 0; c < floats[i].length; c++) {
          doubles[i][c] = floats[i][c];
        }
      }
    }

    @Override
    public void batch() {
      model.predict(batch);
    }

    @Override
    public void few(int table) {
      model.predict(few.get(table));
    }

    @Override
    public void single(int row) {
      single.fast(doubles[row]);
    }

    @Override
    public void wrapped(int row) {
      single.wrapped(floats[row]);
    }

    @Override
    public void contributions(int table) {
      model.predict(explained.get(table));
    }

    @Override
    public void close() {
      single.close();
      explained.forEach(NativeRows::close);
      few.forEach(NativeRows::close);
      batch.close();
      model.close();
    }
  }

  /** Rows are arrays, which {@code inplace_predict} copies as a whole. */
  final class Xgboost implements NativeSide {
    private final NativeXgboost model;
    private final Rows rows;
    private final float[] batch;
    private final List<float[]> few;

    Xgboost(byte[] saved, Rows rows) {
      this.model = NativeXgboost.load(saved);
      this.rows = rows;
      this.batch = NativeXgboost.values(rows.batch());
      this.few = rows.few().stream().map(NativeXgboost::values).toList();
    }

    @Override
    public void batch() {
      model.inplace(batch, rows.batch().rows(), NativeXgboost.Kind.MARGIN);
    }

    @Override
    public void few(int table) {
      model.inplace(few.get(table), rows.few().get(table).rows(), NativeXgboost.Kind.MARGIN);
    }

    @Override
    public void single(int row) {
      model.inplace(rows.singles()[row], 1, NativeXgboost.Kind.MARGIN);
    }

    @Override
    public void wrapped(int row) {
      single(row);
    }

    @Override
    public void contributions(int table) {
      model.contributions(rows.few().get(table));
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
