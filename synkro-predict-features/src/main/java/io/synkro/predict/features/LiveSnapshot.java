package io.synkro.predict.features;

import io.synkro.predict.series.SeriesId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes live features in parts and reads them back: what they are, then all series, then all
 * groups. Each part begins with its kind and holds about a megabyte. Not safe for use by many
 * threads.
 */
final class LiveSnapshot {
  private static final int PART = 1 << 20;
  private static final byte SETTINGS = 1;
  private static final byte SERIES = 2;
  private static final byte GROUPS = 3;

  private final LiveFeatures live;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PART + (1 << 16));
  private final DataOutputStream out = new DataOutputStream(bytes);

  LiveSnapshot(LiveFeatures live) {
    this.live = live;
  }

  void write(Consumer<byte[]> parts) throws IOException {
    out.writeByte(SETTINGS);
    PipelineDefinition definition = live.pipeline().definition();
    out.writeUTF(definition.version());
    writeTexts(definition.features());
    writeTexts(settings());
    end(parts);
    out.writeByte(SERIES);
    for (Map.Entry<SeriesId, LiveEntity> each : live.entities().entrySet()) {
      writeSeries(each.getKey(), each.getValue());
      if (bytes.size() > PART) {
        end(parts);
        out.writeByte(SERIES);
      }
    }
    end(parts);
    out.writeByte(GROUPS);
    live.groups()
        .forEach(
            (position, name, group) -> {
              try {
                writeGroup(position, name, group);
                if (bytes.size() > PART) {
                  end(parts);
                  out.writeByte(GROUPS);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    end(parts);
  }

  private void end(Consumer<byte[]> parts) {
    parts.accept(bytes.toByteArray());
    bytes.reset();
  }

  private void writeTexts(Map<String, String> texts) throws IOException {
    out.writeInt(texts.size());
    for (Map.Entry<String, String> each : texts.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeUTF(each.getValue());
    }
  }

  private void writeSeries(SeriesId id, LiveEntity entity) throws IOException {
    out.writeUTF(id.product().value());
    out.writeUTF(id.warehouse().value());
    writeTexts(entity.membership().attributes());
    LiveState state = entity.state();
    synchronized (state) {
      ByteBuffer buffer = ByteBuffer.allocate(state.bytes());
      state.write(buffer);
      writeArray(buffer.array());
    }
  }

  private void writeGroup(int position, String name, LiveGroup group) throws IOException {
    out.writeInt(position);
    out.writeUTF(name);
    synchronized (group.state()) {
      ByteBuffer buffer = ByteBuffer.allocate(group.bytes());
      group.write(buffer);
      writeArray(buffer.array());
    }
  }

  private void writeArray(byte[] array) throws IOException {
    out.writeInt(array.length);
    out.write(array);
  }

  /** What else the bytes of a state depend on. */
  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("axis", live.axis().frequency() + " from " + live.axis().origin());
    settings.put("open steps", Integer.toString(live.openSteps()));
    live.groups()
        .usedLevels()
        .forEach((name, texts) -> settings.put("attribute " + name, hash(texts)));
    return settings;
  }

  /** Levels may be more than fit into one text. */
  private static String hash(List<String> levels) {
    return "%d levels with hash %08x".formatted(levels.size(), levels.hashCode());
  }

  void read(byte[] part) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(part));
    byte kind = in.readByte();
    if (kind == SETTINGS) {
      requireSame(in);
      return;
    }
    while (in.available() > 0) {
      if (kind == SERIES) {
        SeriesId id = SeriesId.of(in.readUTF(), in.readUTF());
        Map<String, String> attributes = readTexts(in);
        LiveEntity entity = live.create(id, attributes);
        ByteBuffer array = readArray(in);
        synchronized (entity.state()) {
          entity.state().read(array);
        }
        live.add(id, entity);
      } else {
        LiveGroup group = live.groups().group(in.readInt(), in.readUTF());
        ByteBuffer array = readArray(in);
        synchronized (group.state()) {
          group.read(array);
        }
      }
    }
  }

  private static Map<String, String> readTexts(DataInputStream in) throws IOException {
    int count = in.readInt();
    Map<String, String> texts = count == 0 ? Map.of() : new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      texts.put(in.readUTF(), in.readUTF());
    }
    return texts;
  }

  private static ByteBuffer readArray(DataInputStream in) throws IOException {
    return ByteBuffer.wrap(in.readNBytes(in.readInt()));
  }

  private void requireSame(DataInputStream in) throws IOException {
    PipelineDefinition found = new PipelineDefinition(in.readUTF(), readTexts(in));
    List<String> differences = new ArrayList<>(live.pipeline().definition().differences(found));
    Map<String, String> there = new HashMap<>(readTexts(in));
    settings()
        .forEach(
            (name, here) -> {
              String other = there.remove(name);
              if (!here.equals(other)) {
                differences.add("%s is %s, not %s".formatted(name, other, here));
              }
            });
    there.forEach((name, other) -> differences.add("%s is added: %s".formatted(name, other)));
    if (!differences.isEmpty()) {
      throw new SnapshotMismatchException(differences);
    }
  }
}
