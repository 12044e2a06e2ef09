package io.synkro.predict.features.stream;

import io.synkro.predict.features.stream.DemandEvent.CustomerReturn;
import io.synkro.predict.features.stream.DemandEvent.PriceChange;
import io.synkro.predict.features.stream.DemandEvent.Sale;
import io.synkro.predict.features.stream.DemandEvent.StockLevel;
import io.synkro.predict.series.SeriesId;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Events and their parts as bytes. Stateless. */
final class EventCodec {
  private static final byte SALE = 1;
  private static final byte RETURN = 2;
  private static final byte STOCK = 3;
  private static final byte PRICE = 4;
  private static final byte PROMOTION = 5;

  private EventCodec() {}

  static void write(DemandEvent event, DataOutputStream out) throws IOException {
    out.writeByte(kind(event));
    EventStamp stamp = event.stamp();
    write(stamp.series(), out);
    write(stamp.time(), out);
    write(stamp.knownAt(), out);
    byte[] id = stamp.id().getBytes(StandardCharsets.UTF_8);
    out.writeInt(id.length);
    out.write(id);
    out.writeDouble(event.amount());
  }

  private static byte kind(DemandEvent event) {
    if (event instanceof PriceChange price) {
      return price.promotion() ? PROMOTION : PRICE;
    }
    if (event instanceof StockLevel) {
      return STOCK;
    }
    return event instanceof Sale ? SALE : RETURN;
  }

  static DemandEvent read(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    SeriesId series = readSeries(in);
    LocalDateTime time = readTime(in);
    Instant knownAt = readInstant(in);
    String id = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    EventStamp stamp = new EventStamp(series, time, knownAt, id);
    double amount = in.readDouble();
    return switch (kind) {
      case SALE -> new Sale(stamp, amount);
      case RETURN -> new CustomerReturn(stamp, amount);
      case STOCK -> new StockLevel(stamp, amount);
      case PRICE -> new PriceChange(stamp, amount, false);
      case PROMOTION -> new PriceChange(stamp, amount, true);
      default -> throw new IOException("There is no event of kind " + kind);
    };
  }

  static void write(SeriesId id, DataOutputStream out) throws IOException {
    out.writeUTF(id.product().value());
    out.writeUTF(id.warehouse().value());
  }

  static SeriesId readSeries(DataInputStream in) throws IOException {
    return SeriesId.of(in.readUTF(), in.readUTF());
  }

  static void write(LocalDateTime time, DataOutputStream out) throws IOException {
    write(time.toInstant(ZoneOffset.UTC), out);
  }

  static LocalDateTime readTime(DataInputStream in) throws IOException {
    return LocalDateTime.ofInstant(readInstant(in), ZoneOffset.UTC);
  }

  private static void write(Instant time, DataOutputStream out) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  private static Instant readInstant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  static void write(@Nullable LastReading last, DataOutputStream out) throws IOException {
    out.writeBoolean(last != null);
    if (last != null) {
      write(last.time(), out);
      write(last.knownAt(), out);
      out.writeDouble(last.value());
      out.writeBoolean(last.promotion());
    }
  }

  static @Nullable LastReading readLast(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new LastReading(readTime(in), readInstant(in), in.readDouble(), in.readBoolean())
        : null;
  }

  static void write(@Nullable Tile tile, DataOutputStream out) throws IOException {
    out.writeBoolean(tile != null);
    if (tile != null) {
      Tile.Counts counts = tile.counts();
      out.writeInt(counts.sales());
      out.writeLong(counts.sold());
      out.writeLong(counts.returned());
      out.writeInt(counts.readings());
      out.writeInt(counts.inStock());
      out.writeDouble(tile.minStock());
      write(tile.stock(), out);
      write(tile.price(), out);
      out.writeBoolean(tile.promoted());
    }
  }

  static @Nullable Tile readTile(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    Tile.Counts counts =
        new Tile.Counts(in.readInt(), in.readLong(), in.readLong(), in.readInt(), in.readInt());
    return new Tile(counts, in.readDouble(), readLast(in), readLast(in), in.readBoolean());
  }
}
