package io.synkro.predict.csv;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Opens a file as characters: gunzips by the first bytes, skips a BOM, decodes UTF-8 strictly. */
final class CsvSource {
  private static final int BUFFER = 1 << 16;

  private final Path file;

  CsvSource(Path file) {
    this.file = file;
  }

  /** A reader that throws {@link CharacterCodingException} at bytes that are not UTF-8. */
  Reader open() throws IOException {
    if (Files.isDirectory(file)) {
      throw folder(null);
    }
    return new InputStreamReader(bytes(), decoder());
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private InputStream bytes() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      byte[] magic = peek(in);
      if (starts(magic, 0x1f, 0x8b)) {
        in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        magic = peek(in);
      }
      refuseOtherFormats(magic);
      if (starts(magic, 0xef, 0xbb, 0xbf)) {
        in.skipNBytes(3);
      }
      return in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(8);
    byte[] magic = in.readNBytes(4);
    in.reset();
    return magic;
  }

  private void refuseOtherFormats(byte[] magic) {
    if (starts(magic, 0xff, 0xfe) || starts(magic, 0xfe, 0xff)) {
      throw new UnreadableFileException(
          file, 1, "the file is UTF-16 and must be UTF-8", "convert it: " + iconv("UTF-16"));
    }
    if (starts(magic, 'P', 'K', 3, 4)) {
      throw new UnreadableFileException(
          file,
          0,
          "the file is a zip archive or a spreadsheet and must be CSV",
          "unpack it, or save the sheet as CSV in UTF-8");
    }
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private String iconv(String from) {
    Path name = file.getFileName();
    return "iconv -f %s -t UTF-8 %s > utf8.csv".formatted(from, name == null ? file : name);
  }

  private UnreadableFileException folder(@Nullable IOException cause) {
    return new UnreadableFileException(file, 0, "this is a folder", "name a file in it", cause);
  }

  /** Turns what went wrong below into where it is and how to mend it. */
  UnreadableFileException explain(IOException e, long line) {
    if (Files.isDirectory(file)) {
      return folder(e);
    }
    if (e instanceof CharacterCodingException) {
      return new UnreadableFileException(
          file,
          malformedLine(line),
          "the line holds bytes that are not UTF-8",
          "convert the file: " + iconv("ISO-8859-1"),
          e);
    }
    if (e instanceof NoSuchFileException) {
      return new UnreadableFileException(
          file, 0, "there is no such file", "the path is relative to another folder", e);
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return new UnreadableFileException(
          file,
          line,
          "the gzip data end too early or are damaged (%s)".formatted(e.getMessage()),
          "transfer the file again, and test it with gzip -t",
          e);
    }
    return new UnreadableFileException(
        file, line, "the file cannot be read (%s)".formatted(e), "check its permissions", e);
  }

  /** Decodes once more and counts lines, since the parser reads ahead of the record it is at. */
  private long malformedLine(long fallback) {
    ByteBuffer in = ByteBuffer.allocate(BUFFER);
    CharBuffer out = CharBuffer.allocate(BUFFER);
    CharsetDecoder decoder = decoder();
    long line = 1;
    char previous = 0;
    try (InputStream bytes = bytes()) {
      while (true) {
        int read = bytes.read(in.array(), in.position(), in.remaining());
        in.position(in.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(in, out, read < 0);
        out.flip();
        while (out.hasRemaining()) {
          char c = out.get();
          line += c == '\r' || (c == '\n' && previous != '\r') ? 1 : 0;
          previous = c;
        }
        if (result.isError()) {
          return line;
        }
        if (read < 0) {
          return fallback;
        }
        in.compact();
        out.clear();
      }
    } catch (IOException e) {
      return fallback;
    }
  }
}
