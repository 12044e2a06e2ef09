package io.synkro.predict.features.online;

import io.synkro.predict.features.log.SnapshotContent;
import io.synkro.predict.features.view.EntityKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The content of a snapshot: of each view a {@link ViewRecord}, and then its rows in pieces: byte
 * {@link #KIND}, int32 number of the view, int32 columns, and of each row, until the end of the
 * piece, its key as a text, int64 event time, known-at time and number of its record, and float32
 * values. Stateless.
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
    int columns = rows.view().schema().size();
    ByteBuffer[] piece = {begin(rows.id(), columns, PIECE)};
    try {
      rows.forEach(
          (key, head) -> {
            byte[] text = Bytes.utf8(key.joined());
            int size = Bytes.textSize(text) + 3 * Long.BYTES + columns * Float.BYTES;
            for (HeldRow row = head; row != null; row = row.next()) {
              if (piece[0].remaining() < size) {
                add(payloads, piece[0]);
                piece[0] = begin(rows.id(), columns, Math.max(PIECE, 2 * size));
              }
              put(piece[0], text, row);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    payloads.add(piece[0].flip());
  }

  private static ByteBuffer begin(int id, int columns, int size) {
    return Bytes.buffer(size).put(KIND).putInt(id).putInt(columns);
  }

  private static void add(SnapshotContent.Payloads payloads, ByteBuffer piece) {
    try {
      payloads.add(piece.flip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(ByteBuffer piece, byte[] key, HeldRow row) {
    Bytes.putText(piece, key);
    piece.putLong(row.event()).putLong(row.known()).putLong(row.sequence());
    Bytes.putFloats(piece, row.values());
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
