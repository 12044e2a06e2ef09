package io.synkro.predict.pattern;

/**
 * Kind of customer by recency (R), frequency (F) and monetary value (M), each scored from 1 to 5;
 * see {@link CustomerProfile}. The first rule that holds, in this order, decides.
 */
public enum CustomerSegment {
  /** R, F and M of 4 or more: bought lately, often and much. */
  CHAMPIONS("Champions"),
  /** One order so far and R of 4 or more. */
  NEW("New"),
  /** F of 4 or more and R of 3 or more: buys often and still does. */
  LOYAL("Loyal"),
  /** R of 4 or more: bought lately, not yet often. */
  PROMISING("Promising"),
  /** R of 3: neither lately nor long ago. */
  NEEDS_ATTENTION("Needs attention"),
  /** R of 1 or 2, and F or M of 4 or more: was worth much and stays away. */
  AT_RISK("At risk"),
  /** Every other customer: stays away and never was worth much. */
  DORMANT("Dormant");

  private final String title;

  CustomerSegment(String title) {
    this.title = title;
  }

  /**
   * Returns the name for people.
   *
   * @return a name such as "At risk"
   */
  public String title() {
    return title;
  }

  static CustomerSegment of(int orders, int recency, int frequency, int monetary) {
    if (recency >= 4 && frequency >= 4 && monetary >= 4) {
      return CHAMPIONS;
    }
    if (orders == 1 && recency >= 4) {
      return NEW;
    }
    if (frequency >= 4 && recency >= 3) {
      return LOYAL;
    }
    if (recency >= 4) {
      return PROMISING;
    }
    if (recency == 3) {
      return NEEDS_ATTENTION;
    }
    return frequency >= 4 || monetary >= 4 ? AT_RISK : DORMANT;
  }
}
