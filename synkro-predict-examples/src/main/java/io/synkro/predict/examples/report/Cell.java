package io.synkro.predict.examples.report;

import org.jspecify.annotations.Nullable;

/** The content of a cell of a {@link DataTable}: a text, a number, a status or a small line. */
public final class Cell {
  private final String text;
  private final boolean numeric;
  private final Tone tone;
  private final @Nullable Sparkline sparkline;

  private Cell(String text, boolean numeric, Tone tone, @Nullable Sparkline sparkline) {
    this.text = text;
    this.numeric = numeric;
    this.tone = tone;
    this.sparkline = sparkline;
  }

  /**
   * Returns a text.
   *
   * @param text any text
   * @return the cell
   */
  public static Cell text(String text) {
    return new Cell(text, false, Tone.NEUTRAL, null);
  }

  /**
   * Returns a number, set to the right.
   *
   * @param value the number; NaN prints as a dash
   * @param decimals digits after the point, 0 to 9
   * @return the cell
   */
  public static Cell number(double value, int decimals) {
    return new Cell(NumberText.of(value, decimals), true, Tone.NEUTRAL, null);
  }

  /**
   * Returns a share as per cent, set to the right.
   *
   * @param share the share, 1 for all of it; NaN prints as a dash
   * @param decimals digits after the point, 0 to 9
   * @return the cell
   */
  public static Cell percent(double share, int decimals) {
    return new Cell(NumberText.percent(share, decimals), true, Tone.NEUTRAL, null);
  }

  /**
   * Returns words with a sign and a colour.
   *
   * @param tone how good or bad it is
   * @param words such as "Order today"
   * @return the cell
   */
  public static Cell status(Tone tone, String words) {
    return new Cell(words, false, tone, null);
  }

  /**
   * Returns a small line.
   *
   * @param sparkline the line
   * @return the cell
   */
  public static Cell line(Sparkline sparkline) {
    return new Cell("", false, Tone.NEUTRAL, sparkline);
  }

  boolean numeric() {
    return numeric;
  }

  String html(String id) {
    return sparkline == null ? tone.html(text) : ChartSvg.sparkline(sparkline, id);
  }
}
