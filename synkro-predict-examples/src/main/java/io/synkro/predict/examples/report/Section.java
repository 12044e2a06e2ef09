package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A part of the page: a heading, then paragraphs, key figures, tables and charts in any order. */
public final class Section {
  private final String heading;
  private final List<Function<String, String>> blocks;

  private Section(String heading, List<Function<String, String>> blocks) {
    this.heading = heading;
    this.blocks = blocks;
  }

  /**
   * Starts a section.
   *
   * @param heading its heading, not blank
   * @return a builder
   */
  public static Builder builder(String heading) {
    Require.that(!heading.isBlank(), "heading", heading, "must not be blank", "");
    return new Builder(heading);
  }

  String heading() {
    return heading;
  }

  String html(String id) {
    StringBuilder html = new StringBuilder("<section id=\"").append(id);
    html.append("\"><h2>").append(HtmlText.escape(heading)).append("</h2>\n");
    for (int i = 0; i < blocks.size(); i++) {
      html.append(blocks.get(i).apply(id + "b" + i)).append('\n');
    }
    return html.append("</section>\n").toString();
  }

  /** Collects the parts of a {@link Section}. */
  public static final class Builder {
    private final String heading;
    // each block makes its HTML from an id that is unique in the page
    private final List<Function<String, String>> blocks = new ArrayList<>();

    private Builder(String heading) {
      this.heading = heading;
    }

    /**
     * Adds a paragraph.
     *
     * @param text plain text
     * @return this builder
     */
    public Builder paragraph(String text) {
      blocks.add(id -> "<p>" + HtmlText.escape(text) + "</p>");
      return this;
    }

    /**
     * Adds a remark in smaller type.
     *
     * @param text plain text
     * @return this builder
     */
    public Builder note(String text) {
      blocks.add(id -> "<p class=\"small\">" + HtmlText.escape(text) + "</p>");
      return this;
    }

    /**
     * Adds a list of short texts.
     *
     * @param items plain texts, at least one
     * @return this builder
     */
    public Builder bullets(List<String> items) {
      Require.that(!items.isEmpty(), "items", "none", "must have an item", "leave the list out");
      StringBuilder html = new StringBuilder("<ul>");
      items.forEach(item -> html.append("<li>").append(HtmlText.escape(item)).append("</li>"));
      String list = html.append("</ul>").toString();
      blocks.add(id -> list);
      return this;
    }

    /**
     * Adds a row of key figures.
     *
     * @param tiles the figures, at least one
     * @return this builder
     */
    public Builder tiles(Tile... tiles) {
      Require.that(tiles.length > 0, "tiles", "none", "must have a figure", "leave them out");
      StringBuilder html = new StringBuilder("<dl class=\"tiles\">");
      for (Tile tile : tiles) {
        html.append(tile.html());
      }
      String list = html.append("</dl>").toString();
      blocks.add(id -> list);
      return this;
    }

    /**
     * Adds a table.
     *
     * @param table the table
     * @return this builder
     */
    public Builder table(DataTable table) {
      blocks.add(table::html);
      return this;
    }

    /**
     * Adds a chart.
     *
     * @param chart the chart
     * @return this builder
     */
    public Builder chart(Chart chart) {
      blocks.add(id -> ChartSvg.figure(chart, id));
      return this;
    }

    /**
     * Adds groups of charts of which the reader chooses one; without scripts, and on paper, all are
     * shown.
     *
     * @param label what is chosen, such as "Series"
     * @param groups the groups in order, at least one
     * @return this builder
     */
    public Builder chooser(String label, List<ChartGroup> groups) {
      Require.that(!groups.isEmpty(), "groups", "none", "must have a group", "leave it out");
      List<ChartGroup> kept = List.copyOf(groups);
      blocks.add(id -> Chooser.html(id, label, kept));
      return this;
    }

    /**
     * Builds the section.
     *
     * @return the section
     */
    public Section build() {
      return new Section(heading, List.copyOf(blocks));
    }
  }
}
