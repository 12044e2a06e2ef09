package io.synkro.predict.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Lets the header line be looked at before it is parsed, and remembers how the file ended. */
final class HeadReader extends FilterReader {
  private static final int HEAD = 1 << 16;

  private final PushbackReader pushback;
  private String tail = "";

  private HeadReader(PushbackReader pushback) {
    super(pushback);
    this.pushback = pushback;
  }

  static HeadReader of(Reader reader) {
    return new HeadReader(new PushbackReader(reader, HEAD));
  }

  /** The first line that is not empty, or as much of it as 64 Ki characters hold; not consumed. */
  String peekLine() throws IOException {
    char[] head = new char[HEAD];
    int size = 0;
    int start = 0;
    while (size < HEAD) {
      int c = pushback.read();
      if (c < 0) {
        break;
      }
      head[size++] = (char) c;
      if (c == '\n' || c == '\r') {
        if (size - 1 > start) {
          break;
        }
        start = size;
      }
    }
    pushback.unread(head, 0, size);
    return new String(head, start, size - start).strip();
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int read = super.read(buffer, offset, count);
    if (read > 0) {
      int kept = Math.min(read, 4);
      String end = tail + new String(buffer, offset + read - kept, kept);
      tail = end.substring(Math.max(0, end.length() - 4));
    }
    return read;
  }

  /** Whether the last character before the end of the last line was a quote. */
  boolean endsWithQuote() {
    String line = tail.endsWith("\n") ? tail.substring(0, tail.length() - 1) : tail;
    return (line.endsWith("\r") ? line.substring(0, line.length() - 1) : line).endsWith("\"");
  }
}
