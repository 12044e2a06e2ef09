package io.synkro.predict.features.stream;

import io.synkro.predict.features.SnapshotMismatchException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes the tiles of a stream in parts and reads them back: how far time has come and the ids of
 * open steps, then all series. Stateless.
 */
final class StreamSnapshot {
  private static final int PART = 1 << 20;
  private static final byte HEAD = 1;
  private static final byte SERIES = 2;

  private StreamSnapshot() {}

  static void write(StreamState state, Consumer<byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(PART);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(HEAD);
    Map<String, String> settings = settings(state);
    out.writeInt(settings.size());
    for (Map.Entry<String, String> each : settings.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeUTF(each.getValue());
    }
    out.writeInt(state.newestOrNone());
    out.writeInt(state.closed());
    out.writeInt(state.settled());
    state.ids().write(out);
    end(bytes, parts);
    out.writeByte(SERIES);
    for (SeriesTiles each : state.series()) {
      write(each, state, out);
      if (bytes.size() > PART) {
        end(bytes, parts);
        out.writeByte(SERIES);
      }
    }
    end(bytes, parts);
  }

  private static void end(ByteArrayOutputStream bytes, Consumer<byte[]> parts) {
    parts.accept(bytes.toByteArray());
    bytes.reset();
  }

  private static void write(SeriesTiles tiles, StreamState state, DataOutputStream out)
      throws IOException {
    EventCodec.write(tiles.id(), out);
    out.writeInt(tiles.start());
    EventCodec.write(tiles.stock(), out);
    EventCodec.write(tiles.price(), out);
    for (int i = 0; i < state.live().openSteps(); i++) {
      EventCodec.write(tiles.tile(state.closed() + i), out);
    }
  }

  /** What the meaning of the tiles depends on, besides the live features. */
  private static Map<String, String> settings(StreamState state) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("silence", state.options().silence().name());
    for (String name : state.live().inputs()) {
      settings.put("input " + name, String.valueOf(state.options().values().get(name)));
    }
    return settings;
  }

  static void read(byte[] part, StreamState state) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(part));
    if (in.readByte() == HEAD) {
      requireSame(in, state);
      state.resume(in.readInt(), in.readInt(), in.readInt());
      state.ids().read(in);
      return;
    }
    while (in.available() > 0) {
      SeriesTiles tiles = state.track(EventCodec.readSeries(in));
      tiles.begin(in.readInt());
      tiles.hold(EventCodec.readLast(in), EventCodec.readLast(in));
      for (int i = 0; i < state.live().openSteps(); i++) {
        tiles.put(state.closed() + i, EventCodec.readTile(in));
      }
    }
  }

  private static void requireSame(DataInputStream in, StreamState state) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      found.put(in.readUTF(), in.readUTF());
    }
    List<String> differences = new ArrayList<>();
    settings(state)
        .forEach(
            (name, here) -> {
              if (!here.equals(found.get(name))) {
                differences.add("%s is %s, not %s".formatted(name, found.get(name), here));
              }
            });
    if (!differences.isEmpty()) {
      throw new SnapshotMismatchException(differences);
    }
  }
}
