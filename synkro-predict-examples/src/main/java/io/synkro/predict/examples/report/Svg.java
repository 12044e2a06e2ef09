package io.synkro.predict.examples.report;

/** Builds the text of a picture; colours come from the page's style sheet through class names. */
final class Svg {
  private final StringBuilder text = new StringBuilder(8192);

  /** Starts a picture with a title and a description for those who cannot see it. */
  static Svg start(String id, String cssClass, Size size, Words words) {
    Svg svg = new Svg();
    svg.text
        .append("<svg class=\"")
        .append(cssClass)
        .append("\" viewBox=\"0 0 ")
        .append(coordinate(size.width()))
        .append(' ')
        .append(coordinate(size.height()))
        .append("\" role=\"img\" aria-labelledby=\"")
        .append(id)
        .append("t ")
        .append(id)
        .append("d\"><title id=\"")
        .append(id)
        .append("t\">")
        .append(HtmlText.escape(words.title()))
        .append("</title><desc id=\"")
        .append(id)
        .append("d\">")
        .append(HtmlText.escape(words.description()))
        .append("</desc>");
    return svg;
  }

  /** Width and height in pixels. */
  record Size(double width, double height) {}

  /** Title and description. */
  record Words(String title, String description) {}

  /** A point of the picture. */
  record Point(double x, double y) {}

  void line(String cssClass, Point from, Point to) {
    text.append("<path class=\"").append(cssClass).append("\" d=\"M");
    text.append(coordinate(from.x())).append(' ').append(coordinate(from.y())).append('L');
    text.append(coordinate(to.x())).append(' ').append(coordinate(to.y())).append("\"/>");
  }

  void path(String cssClass, CharSequence data) {
    if (!data.isEmpty()) {
      text.append("<path class=\"").append(cssClass).append("\" d=\"").append(data).append("\"/>");
    }
  }

  void rect(String cssClass, Point corner, Size size) {
    text.append("<rect class=\"").append(cssClass).append("\" x=\"").append(coordinate(corner.x()));
    text.append("\" y=\"").append(coordinate(corner.y())).append("\" width=\"");
    text.append(coordinate(size.width())).append("\" height=\"");
    text.append(coordinate(size.height())).append("\"/>");
  }

  void circle(String cssClass, Point centre, double radius) {
    text.append("<circle class=\"").append(cssClass).append("\" cx=\"");
    text.append(coordinate(centre.x())).append("\" cy=\"").append(coordinate(centre.y()));
    text.append("\" r=\"").append(coordinate(radius)).append("\"/>");
  }

  void label(String cssClass, Point at, String words) {
    text.append("<text class=\"").append(cssClass).append("\" x=\"").append(coordinate(at.x()));
    text.append("\" y=\"").append(coordinate(at.y())).append("\">");
    text.append(HtmlText.escape(words)).append("</text>");
  }

  String end() {
    return text.append("</svg>").toString();
  }

  /** A coordinate with at most one decimal: finer than any eye, and short. */
  static String coordinate(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  /** About how wide a text is when set in the size of the labels. */
  static double widthOf(String words) {
    return words.codePointCount(0, words.length()) * 7.2;
  }
}
