package io.synkro.predict.features.stream;

import io.synkro.predict.series.SeriesId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes of a stream as records of a log. Stateless. */
final class LoggedChange {
  private static final byte ADDED = 1;
  private static final byte EVENTS = 2;
  private static final byte ADVANCED = 3;

  /** Holds the place of a snapshot; without that it stands for nothing. */
  private static final byte HISTORY = 4;

  private static final int USUAL_BYTES = 100;

  private LoggedChange() {}

  /** Writes the content of a record. */
  @FunctionalInterface
  private interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  private static byte[] record(byte kind, int changes, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES * (1 + changes));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(kind);
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: everything goes to memory
    }
    return bytes.toByteArray();
  }

  static byte[] added(SeriesId id, Map<String, String> attributes) {
    return record(
        ADDED,
        attributes.size(),
        out -> {
          EventCodec.write(id, out);
          out.writeInt(attributes.size());
          for (Map.Entry<String, String> each : attributes.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeUTF(each.getValue());
          }
        });
  }

  static byte[] events(List<DemandEvent> events) {
    return record(
        EVENTS,
        events.size(),
        out -> {
          out.writeInt(events.size());
          for (DemandEvent each : events) {
            EventCodec.write(each, out);
          }
        });
  }

  static byte[] advanced(LocalDateTime time) {
    return record(ADVANCED, 1, out -> EventCodec.write(time, out));
  }

  static byte[] history() {
    return record(HISTORY, 0, out -> {});
  }

  /** Makes the change of a record once more. */
  static void replay(ByteBuffer record, DemandStream stream) {
    byte[] bytes = new byte[record.remaining()];
    record.get(bytes);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte kind = in.readByte();
      if (kind == ADDED) {
        SeriesId id = EventCodec.readSeries(in);
        Map<String, String> attributes = new HashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
          attributes.put(in.readUTF(), in.readUTF());
        }
        stream.state().add(id, attributes);
      } else if (kind == EVENTS) {
        int count = in.readInt();
        List<DemandEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          events.add(EventCodec.read(in));
        }
        stream.replay(events);
      } else if (kind == ADVANCED) {
        stream.replayAdvance(EventCodec.readTime(in));
      } else if (kind != HISTORY) {
        throw new IOException("There is no change of kind %d".formatted(kind));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A record of the log was not written by this library.", e);
    }
  }
}
