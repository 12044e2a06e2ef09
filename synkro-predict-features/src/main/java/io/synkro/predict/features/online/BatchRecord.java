package io.synkro.predict.features.online;

import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A batch in a log: byte {@link #KIND}, int32 number of the view, the lineage (a text, two int64,
 * texts), int32 rows, int32 columns, and of each row its key as a text, int64 event time, int64
 * known-at time and float32 values. Stateless.
 */
final class BatchRecord {
  static final byte KIND = 2;

  private static final int HEAD = 1 + Integer.BYTES;
  private static final int MOST = 1 << 30;

  private BatchRecord() {}

  /** Takes the rows of a batch, each with an array of its own. */
  @FunctionalInterface
  interface Rows {
    void row(EntityKey key, long event, long known, float[] values);
  }

  static ByteBuffer encode(int view, FeatureBatch batch, Lineage lineage) {
    int columns = batch.values().schema().size();
    byte[] source = Bytes.utf8(lineage.source());
    List<byte[]> versions = lineage.versions().stream().map(Bytes::utf8).toList();
    byte[][] keys = new byte[batch.rows()][];
    long size = HEAD + Bytes.textSize(source) + Bytes.textsSize(versions) + 2L * Long.BYTES;
    size += 2 * Integer.BYTES + (2L * Long.BYTES + (long) Float.BYTES * columns) * batch.rows();
    for (int row = 0; row < keys.length; row++) {
      keys[row] = Bytes.utf8(batch.key(row).joined());
      size += Bytes.textSize(keys[row]);
    }
    Require.that(size <= MOST, "bytes of the batch", size, "must be at most 1 GiB", "divide it");
    ByteBuffer record = Bytes.buffer((int) size).put(KIND).putInt(view);
    Bytes.putText(record, source);
    record.putLong(lineage.fromRow()).putLong(lineage.toRow());
    Bytes.putTexts(record, versions);
    record.putInt(keys.length).putInt(columns);
    float[] values = new float[columns];
    for (int row = 0; row < keys.length; row++) {
      Bytes.putText(record, keys[row]);
      record.putLong(batch.eventMillis(row)).putLong(batch.knownMillis(row));
      batch.values().copyRow(row, values);
      Bytes.putFloats(record, values);
    }
    return record.flip();
  }

  /** Reads the lineage, which is where a record is once kind and view have been read. */
  static Lineage lineage(ByteBuffer record) {
    String source = Bytes.text(record);
    return new Lineage(source, record.getLong(), record.getLong(), Bytes.texts(record));
  }

  /** Reads the rows, which follow the lineage. */
  static void rows(ByteBuffer record, Rows rows) {
    int count = record.getInt();
    int columns = record.getInt();
    for (int row = 0; row < count; row++) {
      EntityKey key = Bytes.key(record);
      rows.row(key, record.getLong(), record.getLong(), Bytes.floats(record, columns));
    }
  }

  /** Reads the rows, which follow the lineage, as a batch. */
  static FeatureBatch batch(ByteBuffer record, FeatureSchema schema) {
    int count = record.getInt(record.position());
    EntityKey[] keys = new EntityKey[count];
    long[] events = new long[count];
    long[] knowns = new long[count];
    float[][] columns = new float[schema.size()][count];
    int[] next = {0};
    rows(
        record,
        (key, event, known, values) -> {
          int row = next[0]++;
          keys[row] = key;
          events[row] = event;
          knowns[row] = known;
          for (int c = 0; c < values.length; c++) {
            columns[c][row] = values[c];
          }
        });
    return new FeatureBatch(keys, events, knowns, new FeatureTable(schema, columns));
  }
}
