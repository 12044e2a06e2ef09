package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;

/** A table with a caption; the first cell of a row names the row. */
public final class DataTable {
  private final String caption;
  private final List<String> columns;
  private final List<List<Cell>> rows;

  private DataTable(String caption, List<String> columns, List<List<Cell>> rows) {
    this.caption = caption;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Starts a table.
   *
   * @param caption what it shows
   * @param columns headings, at least one
   * @return a builder
   */
  public static Builder builder(String caption, String... columns) {
    Require.that(columns.length > 0, "columns", "none", "must have a heading", "");
    return new Builder(caption, List.of(columns));
  }

  String html(String id) {
    StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
    html.append(" aria-label=\"").append(HtmlText.escape(caption)).append("\"><table><caption>");
    html.append(HtmlText.escape(caption)).append("</caption><thead><tr>");
    for (int i = 0; i < columns.size(); i++) {
      html.append("<th scope=\"col\"").append(numeric(i) ? " class=\"n\">" : ">");
      html.append(HtmlText.escape(columns.get(i))).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (int r = 0; r < rows.size(); r++) {
      html.append("<tr>");
      List<Cell> row = rows.get(r);
      for (int i = 0; i < row.size(); i++) {
        String tag = i == 0 ? "th" : "td";
        html.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : "");
        html.append(row.get(i).numeric() ? " class=\"n\">" : ">");
        html.append(row.get(i).html(id + "r" + r + "c" + i));
        html.append("</").append(tag).append('>');
      }
      html.append("</tr>");
    }
    if (rows.isEmpty()) {
      html.append("<tr><td colspan=\"").append(columns.size());
      html.append("\">Nothing to show.</td></tr>");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private boolean numeric(int column) {
    return !rows.isEmpty() && rows.get(0).get(column).numeric();
  }

  /** Collects the rows of a {@link DataTable}. */
  public static final class Builder {
    private final String caption;
    private final List<String> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Builder(String caption, List<String> columns) {
      this.caption = caption;
      this.columns = columns;
    }

    /**
     * Adds a row.
     *
     * @param cells one cell for each column
     * @return this builder
     */
    public Builder row(Cell... cells) {
      ChartData.sameLength("row", cells.length, columns.size(), ", as the columns");
      rows.add(List.of(cells));
      return this;
    }

    /**
     * Builds the table; one without rows says so.
     *
     * @return the table
     */
    public DataTable build() {
      return new DataTable(caption, columns, List.copyOf(rows));
    }
  }
}
