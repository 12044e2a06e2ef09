package io.synkro.predict.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;

/**
 * One record of a file as characters in a buffer that the next record uses again, so that a row
 * costs no object. It is FastCSV's callback and hands itself out.
 */
final class Row extends CsvCallbackHandler<Row> {
  /** A record longer than the limit; thrown through the parser. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final ReadLimits limits;
  private char[] chars = new char[1024];
  private int[] ends = new int[32];
  private int size;
  private int length;
  private long line;
  private boolean lastQuoted;
  private RecordType type = RecordType.DATA;

  Row(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  protected RecordType getRecordType() {
    return type;
  }

  @Override
  protected int getFieldCount() {
    return size;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = startingLineNumber;
    size = 0;
    length = 0;
    type = RecordType.DATA;
  }

  @Override
  protected void addField(char[] buffer, int offset, int count, boolean quoted) {
    // Fields count too, or a line of a billion commas would fill the memory.
    if (count > limits.maxFieldChars() || length + (long) count + size > limits.maxRecordChars()) {
      throw new TooLong();
    }
    if (length + count > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + count, 2 * chars.length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(buffer, offset, chars, length, count);
    length += count;
    ends[size++] = length;
    lastQuoted = quoted;
  }

  @Override
  protected void setComment(char[] buffer, int offset, int count) {
    type = RecordType.COMMENT;
  }

  @Override
  protected void setEmpty() {
    type = RecordType.EMPTY;
    size = 0;
  }

  @Override
  protected Row buildRecord() {
    return this;
  }

  int size() {
    return size;
  }

  long line() {
    return line;
  }

  /** Whether the last field of the record was written in quotes. */
  boolean lastQuoted() {
    return lastQuoted;
  }

  char[] chars() {
    return chars;
  }

  int from(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int to(int field) {
    return ends[field];
  }

  String text(int field) {
    return new String(chars, from(field), to(field) - from(field));
  }

  boolean blank(int field) {
    for (int i = from(field); i < to(field); i++) {
      if (chars[i] != ' ') {
        return false;
      }
    }
    return true;
  }
}
