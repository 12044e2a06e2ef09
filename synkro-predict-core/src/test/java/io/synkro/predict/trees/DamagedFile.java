package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Model files with damages that their checksums do not tell. */
final class DamagedFile {
  private static final int LENGTH_AT = 12;
  private static final int HEADER_AT = 16;

  private DamagedFile() {}

  /** Corrects the checksum, in place. */
  static byte[] signed(byte[] file) {
    CRC32C crc = new CRC32C();
    crc.update(file, 0, file.length - 4);
    little(file).putInt(file.length - 4, (int) crc.getValue());
    return file;
  }

  static byte[] withInt(byte[] file, int at, int value) {
    byte[] changed = file.clone();
    little(changed).putInt(at, value);
    return signed(changed);
  }

  static byte[] withHeader(byte[] file, String good, String bad) {
    int length = little(file).getInt(LENGTH_AT);
    String header = new String(file, HEADER_AT, length, StandardCharsets.UTF_8).strip();
    assertThat(header).contains(good);
    byte[] changed = header.replace(good, bad).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(file, 0, HEADER_AT);
    bytes.write(changed, 0, changed.length);
    for (int i = changed.length; i % 8 != 0; i++) {
      bytes.write(' ');
    }
    int newLength = bytes.size() - HEADER_AT;
    bytes.write(file, HEADER_AT + length, file.length - HEADER_AT - length);
    return withInt(bytes.toByteArray(), LENGTH_AT, newLength);
  }

  private static ByteBuffer little(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }
}
