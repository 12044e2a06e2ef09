package io.synkro.predict.examples.report;

/** Makes any text safe inside elements and quoted attributes of a page. */
final class HtmlText {
  private static final char REPLACEMENT = '\uFFFD';

  private HtmlText() {}

  /**
   * Escapes the five characters with a meaning in HTML and replaces what a file cannot or should
   * not hold: control characters, halves of surrogate pairs and marks that turn the reading order.
   */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    switch (point) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> {
        if (point == '\n' || point == '\t') {
          safe.append(' ');
        } else if (unsafe(point)) {
          safe.append(REPLACEMENT);
        } else {
          safe.appendCodePoint(point);
        }
      }
    }
  }

  private static boolean unsafe(int point) {
    return Character.isISOControl(point)
        || (point >= 0xD800 && point <= 0xDFFF)
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || (point & 0xFFFE) == 0xFFFE;
  }
}
