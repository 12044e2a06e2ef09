package io.synkro.predict.demand;

/** Why demand of a step is taken to be another number than its recorded sales. */
public enum ChangeReason {
  /** The product could not be bought and nothing was sold: missing. */
  OUT_OF_STOCK("out of stock", true),
  /** The product could be bought for part of the step: sales and what is expected of the rest. */
  PARTLY_OUT_OF_STOCK("out of stock for part of the time", true),
  /** A return: zero, since demand is not negative. */
  RETURN("a return", false),
  /** A sale that a later return undid: less by the units that came back. */
  RETURNED("returned later", false),
  /** A value so far beyond all others that it must be a mistake: missing. */
  MISTAKE("taken for a mistake", true),
  /** A lone spike that nothing known explains: the most that is usual there. */
  SPIKE("a lone spike", true),
  /** An event that the caller says will not come again: missing. */
  ONE_OFF("a one-off event", true);

  private final String text;
  private final boolean unobserved;

  ChangeReason(String text, boolean unobserved) {
    this.text = text;
    this.unobserved = unobserved;
  }

  /**
   * Returns the reason in words.
   *
   * @return a text for people
   */
  public String text() {
    return text;
  }

  /**
   * Returns whether demand of the step is unknown or an estimate, so that no forecast can be judged
   * by it.
   *
   * @return false if it follows from records alone
   */
  public boolean isUnobserved() {
    return unobserved;
  }
}
