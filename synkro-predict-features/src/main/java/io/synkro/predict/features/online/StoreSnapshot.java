package io.synkro.predict.features.online;

import io.synkro.predict.features.log.SnapshotContent;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The content of a snapshot: of each view a {@link ViewRecord}, and then its rows in pieces: byte
 * {@link #KIND}, int32 number of the view, int32 columns, and of each row, until the end of the
 * piece, its key as a text, int64 event time, known-at time and number of its record, and float32
 * values. Pieces are in the log too, for rows that were loaded. Stateless.
 */
final class StoreSnapshot {
  static final byte KIND = 3;

  private static final int PIECE = 1 << 18;

  private StoreSnapshot() {}

  static void write(List<ViewRows> views, SnapshotContent.Payloads payloads) throws IOException {
    for (ViewRows rows : views) {
      int expected = (int) Math.min(rows.size(), 1 << 28);
      payloads.add(new ViewRecord(rows.id(), expected, rows.view()).encode());
      write(rows, payloads);
    }
  }

  private static void write(ViewRows rows, SnapshotContent.Payloads payloads) throws IOException {
    Pieces pieces = new Pieces(rows, payloads);
    try {
      rows.forEach(
          (key, head) -> {
            for (HeldRow row = head; row != null; row = row.next()) {
              pieces.add(key, row);
            }
          });
      pieces.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes the rows of a batch as if one record of the log had held them all. */
  static void write(
      ViewRows rows, FeatureBatch batch, long sequence, SnapshotContent.Payloads payloads)
      throws IOException {
    Pieces pieces = new Pieces(rows, payloads);
    try {
      for (int row = 0; row < batch.rows(); row++) {
        float[] values = new float[batch.values().schema().size()];
        batch.values().copyRow(row, values);
        pieces.add(
            batch.key(row),
            new HeldRow(batch.eventMillis(row), batch.knownMillis(row), sequence, values));
      }
      pieces.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Fills pieces and hands them out. */
  private static final class Pieces {
    private final int id;
    private final int columns;
    private final SnapshotContent.Payloads payloads;
    private ByteBuffer piece;

    Pieces(ViewRows rows, SnapshotContent.Payloads payloads) {
      this.id = rows.id();
      this.columns = rows.view().schema().size();
      this.payloads = payloads;
      this.piece = begin(PIECE);
    }

    private ByteBuffer begin(int size) {
      return Bytes.buffer(size).put(KIND).putInt(id).putInt(columns);
    }

    void add(EntityKey key, HeldRow row) {
      byte[] text = Bytes.utf8(key.joined());
      int size = Bytes.textSize(text) + 3 * Long.BYTES + columns * Float.BYTES;
      if (piece.remaining() < size) {
        end();
        piece = begin(Math.max(PIECE, 2 * size));
      }
      Bytes.putText(piece, text);
      piece.putLong(row.event()).putLong(row.known()).putLong(row.sequence());
      Bytes.putFloats(piece, row.values());
    }

    void end() {
      try {
        payloads.add(piece.flip());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads a piece behind its kind and view. */
  static void read(ByteBuffer piece, ViewRows rows, long now) {
    int columns = piece.getInt();
    while (piece.hasRemaining()) {
      EntityKey key = Bytes.key(piece);
      long event = piece.getLong();
      long known = piece.getLong();
      long sequence = piece.getLong();
      rows.add(key, new HeldRow(event, known, sequence, Bytes.floats(piece, columns)), now);
    }
  }
}
