package io.synkro.predict.examples.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Writes rows of a comma-separated file: UTF-8, line feeds, numbers without any locale. Texts of
 * the sample data need no quotes.
 */
final class CsvFile implements Closeable {
  private final BufferedWriter out;
  private final StringBuilder row = new StringBuilder(128);
  private boolean started;

  CsvFile(Path file, String header) throws IOException {
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.append(header).append('\n');
  }

  CsvFile text(String value) {
    next().append(value);
    return this;
  }

  CsvFile date(LocalDate value) {
    next().append(value);
    return this;
  }

  CsvFile whole(long value) {
    next().append(value);
    return this;
  }

  CsvFile flag(boolean value) {
    next().append(value ? '1' : '0');
    return this;
  }

  CsvFile empty() {
    next();
    return this;
  }

  /** A non-negative number in units of 10^-digits, such as cents with two digits. */
  CsvFile fixed(long value, int digits) {
    String text = Long.toString(value);
    StringBuilder cell = next();
    int split = text.length() - digits;
    if (split <= 0) {
      cell.append("0.").append("0".repeat(-split)).append(text);
    } else {
      cell.append(text, 0, split).append('.').append(text, split, text.length());
    }
    return this;
  }

  void end() throws IOException {
    out.append(row.append('\n'));
    row.setLength(0);
    started = false;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private StringBuilder next() {
    if (started) {
      row.append(',');
    }
    started = true;
    return row;
  }
}
