package io.synkro.predict.examples.report;

import java.util.List;

/** Names beside small samples of how they are drawn. */
final class Legend {
  private Legend() {}

  /** A style of the charts and its name. */
  record Entry(String cssClass, String name) {}

  static String html(List<Entry> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<ul class=\"legend\">");
    for (Entry entry : entries) {
      html.append("<li><svg class=\"swatch\" viewBox=\"0 0 22 12\" aria-hidden=\"true\">");
      html.append(sample(entry.cssClass())).append("</svg>");
      html.append(HtmlText.escape(entry.name())).append("</li>");
    }
    return html.append("</ul>").toString();
  }

  private static String sample(String cssClass) {
    String start = "<path class=\"" + cssClass + "\" d=\"";
    return switch (cssClass) {
      case "past", "next" -> start + "M0 6H22\"/>";
      case "arrow" -> start + "M11 11l-5 -9h10z\"/>";
      case "promo" -> start + "M0 4h22v5H0z\"/>";
      default -> start + "M0 0h22v12H0z\"/>";
    };
  }
}
