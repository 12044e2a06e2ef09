package io.synkro.predict.trees;

import java.util.HashMap;
import java.util.Map;

/**
 * Walks through the lines of a LightGBM text, which end with {@code \n} or {@code \r\n}. Lines of
 * numbers stay where they are: a section only knows from where to where they go, since most of a
 * text are lines that nobody asks for. Not safe for use by many threads.
 */
final class LightGbmLines {
  private final String source;
  private final String text;
  private int at;
  private String heading = "";

  LightGbmLines(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /** The line that ended the last section. */
  String heading() {
    return heading;
  }

  /** Returns the next line and goes behind it. */
  String next() {
    int from = at;
    int to = skip();
    return text.substring(from, to);
  }

  /**
   * Reads lines {@code key=value} up to a heading.
   *
   * @param name what to call the section
   * @param start how headings of other sections begin
   * @param end the heading of the end
   */
  LightGbmSection section(String name, String start, String end) {
    Map<String, LightGbmValues> values = new HashMap<>();
    while (at < text.length()) {
      int from = at;
      int to = skip();
      if (text.startsWith(start, from) || isAt(from, to, end)) {
        heading = text.substring(from, to);
        return new LightGbmSection(source, name, values);
      }
      if (to > from) {
        put(values, name, from, to);
      }
    }
    throw new CorruptModelException(source, "it ends before \"%s\"".formatted(end), null);
  }

  private boolean isAt(int from, int to, String line) {
    return to - from == line.length() && text.startsWith(line, from);
  }

  private void put(Map<String, LightGbmValues> values, String name, int from, int to) {
    int keyEnd = from;
    while (keyEnd < to && text.charAt(keyEnd) != '=') {
      keyEnd++;
    }
    String key = text.substring(from, keyEnd);
    LightGbmValues value = new LightGbmValues(text, Math.min(keyEnd + 1, to), to);
    if (values.put(key, value) != null) {
      throw new CorruptModelException(source, "%s has %s twice".formatted(name, key), null);
    }
  }

  /** Goes behind the end of the line and returns where the line ended. */
  private int skip() {
    int from = at;
    int newline = text.indexOf('\n', from);
    int end = newline < 0 ? text.length() : newline;
    at = newline < 0 ? end : newline + 1;
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }
}
