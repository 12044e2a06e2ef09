package io.synkro.predict.examples.report;

/**
 * A key figure.
 *
 * @param label what it is, such as "Items at risk"
 * @param value the figure as text, such as "12,340"; see {@link NumberText}
 * @param note what it means or what it is compared with; may be empty
 * @param tone how good or bad it is
 */
public record Tile(String label, String value, String note, Tone tone) {
  /**
   * Returns a figure that is neither good nor bad.
   *
   * @param label what it is
   * @param value the figure as text
   * @param note what it means; may be empty
   * @return the tile
   */
  public static Tile of(String label, String value, String note) {
    return new Tile(label, value, note, Tone.NEUTRAL);
  }

  String html() {
    return "<div class=\"tile\"><dt>"
        + HtmlText.escape(label)
        + "</dt><dd class=\"figure\">"
        + HtmlText.escape(value)
        + "</dd>"
        + (note.isEmpty() ? "" : "<dd class=\"small\">" + tone.html(note) + "</dd>")
        + "</div>";
  }
}
