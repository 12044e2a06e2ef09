package io.synkro.predict.examples.report;

import java.util.List;

/** Groups of charts below a select, which the page's script shows and obeys. */
final class Chooser {
  private Chooser() {}

  static String html(String id, String label, List<ChartGroup> groups) {
    StringBuilder html = new StringBuilder("<div class=\"chooser\"><p class=\"picker\" hidden>");
    html.append("<label for=\"").append(id).append("s\">").append(HtmlText.escape(label));
    html.append("</label> <select id=\"").append(id).append("s\">");
    for (ChartGroup group : groups) {
      html.append("<option>").append(HtmlText.escape(group.name())).append("</option>");
    }
    html.append("</select></p>\n");
    for (int g = 0; g < groups.size(); g++) {
      html.append("<div class=\"choice\"><h3>").append(HtmlText.escape(groups.get(g).name()));
      html.append("</h3>\n");
      List<Chart> charts = groups.get(g).charts();
      for (int c = 0; c < charts.size(); c++) {
        html.append(ChartSvg.figure(charts.get(c), id + "g" + g + "c" + c)).append('\n');
      }
      html.append("</div>\n");
    }
    return html.append("</div>").toString();
  }
}
