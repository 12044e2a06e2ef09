package io.synkro.predict.examples.report;

/** How good or bad news is; shown by a sign as well as by a colour. */
public enum Tone {
  /** Neither good nor bad. */
  NEUTRAL("", ""),
  /** As it should be. */
  GOOD("good", "✓"),
  /** Worth a look. */
  WATCH("watch", "▲"),
  /** Act now. */
  BAD("bad", "✕");

  private final String cssClass;
  private final String sign;

  Tone(String cssClass, String sign) {
    this.cssClass = cssClass;
    this.sign = sign;
  }

  /** The words after the sign, in the tone's colour. */
  String html(String words) {
    if (sign.isEmpty()) {
      return HtmlText.escape(words);
    }
    return "<span class=\"tone "
        + cssClass
        + "\"><span class=\"sign\" aria-hidden=\"true\">"
        + sign
        + "</span>"
        + HtmlText.escape(words)
        + "</span>";
  }
}
