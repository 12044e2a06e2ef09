package io.synkro.predict.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, read row by row; every fault of its form is an exception with a line.
 */
final class CsvTable implements Closeable {
  private static final char[] OTHER_DELIMITERS = {';', '\t', '|'};

  /** FastCSV reads in chunks of 16 Ki and refuses fields if its buffer cannot hold two of them. */
  private static final int LEAST_BUFFER = 1 << 16;

  private final Path file;
  private final CsvSource source;
  private final HeadReader reader;
  private final CloseableIterator<Row> rows;
  private final Header header;
  private final char delimiter;
  private final Row row;
  private long lastLine;
  private boolean lastQuoted;

  private CsvTable(Path file, CsvSource source, HeadReader reader, ReadLimits limits)
      throws IOException {
    this.file = file;
    this.source = source;
    this.reader = reader;
    String head = reader.peekLine();
    requireText(head);
    this.delimiter = delimiter(head);
    this.row = new Row(limits);
    this.rows =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(Math.max(LEAST_BUFFER, limits.maxFieldChars()))
            .build(row, reader)
            .iterator();
    Row first = read();
    if (first == null) {
      throw empty();
    }
    this.header = new Header(file, first);
  }

  static CsvTable open(Path file, ReadLimits limits) {
    CsvSource source = new CsvSource(file);
    HeadReader reader = null;
    try {
      reader = HeadReader.of(source.open());
      return new CsvTable(file, source, reader, limits);
    } catch (IOException e) {
      close(reader);
      throw source.explain(e, 0);
    } catch (RuntimeException e) {
      close(reader);
      throw e;
    }
  }

  private static void close(@Nullable HeadReader reader) {
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException ignored) {
        // The reason for closing is on its way to the caller and says more.
      }
    }
  }

  private void requireText(String head) {
    if (head.isEmpty()) {
      throw empty();
    }
    if (head.indexOf('\0') >= 0) {
      throw new UnreadableFileException(
          file,
          1,
          "the header holds NUL characters, as in UTF-16 or a binary file",
          "export the file as CSV in UTF-8");
    }
  }

  private UnreadableFileException empty() {
    return new UnreadableFileException(
        file, 0, "the file is empty", "the export failed; a header line is needed");
  }

  private static char delimiter(String head) {
    char best = ',';
    long most = count(head, ',');
    for (char other : OTHER_DELIMITERS) {
      if (count(head, other) > most) {
        best = other;
        most = count(head, other);
      }
    }
    return count(head, ',') > 0 ? ',' : best;
  }

  private static long count(String head, char delimiter) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      quoted ^= c == '"';
      count += c == delimiter && !quoted ? 1 : 0;
    }
    return count;
  }

  Path file() {
    return file;
  }

  Header header() {
    return header;
  }

  char delimiter() {
    return delimiter;
  }

  /** The next row that is not blank, valid until the next call; null at the end. */
  @Nullable Row next() {
    return read();
  }

  private @Nullable Row read() {
    try {
      if (!rows.hasNext()) {
        requireClosedQuote();
        return null;
      }
      rows.next();
      lastLine = row.line();
      lastQuoted = row.lastQuoted();
      return row;
    } catch (CsvParseException | UncheckedIOException | Row.TooLong e) {
      throw explain(e);
    }
  }

  /** FastCSV takes the end of the file for the end of a quoted field. */
  private void requireClosedQuote() {
    if (lastQuoted && !reader.endsWithQuote()) {
      throw new UnreadableFileException(
          file,
          lastLine,
          "a quote (\") opens in this record and the file ends before it closes",
          "write a quote inside a field twice");
    }
  }

  private UnreadableFileException explain(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return source.explain(io, row.line());
      }
      if (cause instanceof Row.TooLong || String.valueOf(cause.getMessage()).contains("buffer")) {
        return new UnreadableFileException(
            file,
            row.line(),
            "the record that begins here is longer than the limits allow",
            "a quote (\") is not closed, or the line ends are missing; else raise ReadLimits",
            e);
      }
    }
    Throwable last = e.getCause() == null ? e : e.getCause();
    return new UnreadableFileException(
        file,
        row.line(),
        "the record that begins here is not CSV (%s)".formatted(last.getMessage()),
        "write a quote (\") inside a field twice, and put the field into quotes",
        e);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw source.explain(e, row.line());
    }
  }
}
