package io.synkro.predict.forecast;

/** What a forecast rests on. Check it before money depends on a number. */
public enum ForecastBasis {
  /** The series' own demand, together with that of the others: the usual case. */
  HISTORY,
  /**
   * Cold start: the item has no demand of its own yet, and other items with the same attributes
   * stand in. Intervals come from how far such forecasts were off for the items that are known.
   */
  SIMILAR_ITEMS,
  /**
   * The item is taken for discontinued: it was declared so, or it has not sold for far longer than
   * chance explains. Hardly anything is expected.
   */
  DISCONTINUED
}
