package io.synkro.predict.trees;

import com.fasterxml.jackson.core.JacksonException;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.AtomicFile;
import io.synkro.predict.trees.internal.Forest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The file format of a tree model, version 2; {@link TreeModelFileV1} reads the one before. Nothing
 * is compressed: columns lie in the file as they do in memory. All numbers are little-endian;
 * integers are signed, floats and doubles those of IEEE 754. From the first byte to the last:
 *
 * <ol>
 *   <li>8 bytes {@code 89 53 50 54 0D 0A 1A 0A}; transfers that change line ends destroy them
 *   <li>int32: the version, 2
 *   <li>int32: the length of the header in bytes, such that what follows it begins at a multiple of
 *       8
 *   <li>the header, a JSON object in UTF-8 with spaces at its end, its fields in this order: {@code
 *       engine}; {@code columns}, the features, each with {@code name} and {@code categories} (0
 *       for a number); {@code dialect}, a name of {@link io.synkro.predict.trees.internal.Dialect};
 *       {@code link} with {@code kind} (a name of {@link Link.Kind}), {@code slope} and {@code
 *       rounds}; {@code treesPerRound}; {@code bestRounds}, 0 if not known; {@code sizes} with
 *       {@code outputs}, {@code leafWidth} (1 or {@code outputs}), {@code trees}, {@code nodes},
 *       {@code leaves}, {@code covered}, {@code sets} and {@code categories}, which are <i>o w t n
 *       l c s k</i> below
 *   <li>the columns of {@link Forest}, where they are explained, one after the other without gaps:
 *       <ul>
 *         <li>doubles {@code base} [o], {@code leafValue} [l·w], and only if <i>c</i> is true
 *             {@code cover.node} [n], {@code cover.leaf} [l]
 *         <li>int32 {@code treeOutput} [t], {@code nodeStart} [t+1], {@code leafStart} [t+1],
 *             {@code leafId} [l], {@code feature} [n], {@code left} [n], {@code right} [n], {@code
 *             setStart} [s+1], {@code categories} [k]
 *         <li>float32 {@code threshold} [n]
 *         <li>bytes {@code rules} [n]
 *       </ul>
 *   <li>int32: CRC-32C (Castagnoli) of all bytes before it
 * </ol>
 *
 * <p>Every later version keeps items 1, 2 and 6, so that the checksum is looked at first. What the
 * columns may hold is what {@link ForestCheck} lets pass. The checksum is there for damage, not for
 * malice, since who can change a file can change any checksum in it: CRC-32C finds every flipped
 * bit and every burst of up to 32, at a thirtieth of the cost of SHA-256. Stateless.
 */
final class TreeModelFile {
  private static final long MAGIC = 0x0A1A0A0D54505389L;
  private static final int VERSION = 2;
  private static final int HEADER_AT = 16;
  private static final int CHECKSUM = Integer.BYTES;
  private static final int PIECE = 1 << 16;

  /** About the longest array of Java. */
  private static final int MAX_BYTES = Integer.MAX_VALUE - 16;

  private TreeModelFile() {}

  static void write(Path file, TreeModel model) throws IOException {
    byte[] bytes = encode(model);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /** Version 1 is; its class is not touched without need, since it sets up a JSON mapper. */
  private static boolean isGzip(byte[] bytes) {
    return bytes.length >= 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** Returns whether bytes begin as files of this format do, of any version. */
  static boolean begins(byte[] bytes) {
    boolean magic =
        bytes.length >= Long.BYTES
            && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() == MAGIC;
    return magic || isGzip(bytes);
  }

  /** Reads a file whose bytes are given. */
  static TreeModel read(Path file, byte[] bytes) throws IOException {
    String source = file.toString();
    try {
      return isGzip(bytes) ? TreeModelFileV1.read(source, bytes) : decode(source, bytes);
    } catch (CorruptModelException e) {
      throw e.source().equals(source) ? e : new CorruptModelException(source, e.problem(), e);
    } catch (UnsupportedModelException e) {
      throw e.in(file);
    }
  }

  /** Reads as many bytes as the file says that it has, and no more. */
  static byte[] bytes(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAX_BYTES) {
      throw new UnsupportedModelException(
          "unknown", "%d bytes".formatted(size), "keep model files below 2 GiB");
    }
    byte[] bytes = new byte[(int) size];
    int read = 0;
    try (InputStream in = Files.newInputStream(file)) {
      while (read < bytes.length) {
        // in pieces, since the JDK copies each through memory of its size outside the heap
        int more = in.read(bytes, read, Math.min(PIECE, bytes.length - read));
        if (more < 0) {
          return Arrays.copyOf(bytes, read);
        }
        read += more;
      }
    }
    return bytes;
  }

  static byte[] encode(TreeModel model) throws IOException {
    TreeEnsemble ensemble = model.ensemble(); // it may use but some of its forest
    Forest forest = ensemble.forest().first(ensemble.trees());
    TreeModelHeader header = TreeModelHeader.of(model, forest);
    byte[] json = TreeModelJson.write(header);
    int headerLength = (json.length + 7) & -8;
    long length = HEADER_AT + headerLength + header.sizes().bytes() + CHECKSUM;
    if (length > MAX_BYTES) {
      throw new UnsupportedModelException(
          model.engine(), "%d bytes".formatted(length), "train fewer or smaller trees");
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(MAGIC).putInt(VERSION).putInt(headerLength).put(json);
    while (buffer.position() < HEADER_AT + headerLength) {
      buffer.put((byte) ' ');
    }
    new ForestColumns(buffer).put(forest);
    return buffer.putInt(checksum(buffer.array())).array();
  }

  static TreeModel decode(String source, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER_AT + CHECKSUM || buffer.getLong() != MAGIC) {
      throw corrupt(source, "it does not begin as a tree model does");
    }
    int end = bytes.length - CHECKSUM;
    if (buffer.getInt(end) != checksum(bytes)) {
      throw corrupt(source, "its checksum is not that of its content");
    }
    int version = buffer.getInt();
    if (version > VERSION) {
      throw new UnsupportedModelException(
          "unknown",
          "version %d of the file format".formatted(version),
          "update synkro-predict-core");
    }
    if (version != VERSION) {
      throw corrupt(source, "it is of version " + version);
    }
    int headerLength = buffer.getInt();
    TreeModelHeader header = header(source, bytes, headerLength);
    buffer.limit(end).position(HEADER_AT + headerLength);
    return model(source, header, buffer);
  }

  private static TreeModelHeader header(String source, byte[] bytes, int length) {
    if (length < 0 || length > bytes.length - HEADER_AT - CHECKSUM) {
      throw corrupt(source, "its header has %d bytes".formatted(length));
    }
    try {
      return TreeModelJson.read(bytes, HEADER_AT, length);
    } catch (JacksonException e) {
      throw new CorruptModelException(source, "its header cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private static TreeModel model(String source, TreeModelHeader header, ByteBuffer columns) {
    ForestSizes sizes = header.sizes();
    if (!sizes.arePossible() || sizes.bytes() != columns.remaining()) {
      throw corrupt(
          source, "%d bytes of columns do not have %s".formatted(columns.remaining(), sizes));
    }
    int rounds = sizes.trees() / Math.max(1, header.treesPerRound());
    if (header.treesPerRound() < 1
        || sizes.trees() % header.treesPerRound() != 0
        || header.bestRounds() < 0
        || header.bestRounds() > rounds
        || !header.averagesAll(rounds)) {
      throw corrupt(
          source,
          "its header has %d trees a round, %d best rounds and a link of %d rounds for %d trees"
              .formatted(
                  header.treesPerRound(),
                  header.bestRounds(),
                  header.link().rounds(),
                  sizes.trees()));
    }
    try {
      Forest forest =
          new ForestColumns(columns).get(header.namedDialect(), header.columns().size(), sizes);
      ForestCheck.check(source, forest);
      return header.model(new TreeEnsemble(forest));
    } catch (InvalidInputException e) {
      throw new CorruptModelException(source, "its header has a wrong column or link", e);
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - CHECKSUM);
    return (int) crc.getValue();
  }

  private static CorruptModelException corrupt(String source, String problem) {
    return new CorruptModelException(source, problem, null);
  }
}
