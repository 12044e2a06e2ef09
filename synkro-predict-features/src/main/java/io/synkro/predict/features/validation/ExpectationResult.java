package io.synkro.predict.features.validation;

/**
 * What became of one expectation. Immutable.
 *
 * @param name which expectation, such as {@code range of units_28}
 * @param action what was to be done if it failed
 * @param rowsChecked rows that it looked at; 0 if it could not be checked
 * @param rowsFailed rows that failed, 0 if it was met; where a whole batch is judged, the rows that
 *     {@link Action#QUARANTINE} sets aside
 * @param limit what must hold, such as {@code must be at least 0}
 * @param example the first failure; {@link Example#NONE} if there is none
 * @param sentence the first failure for people, with its remedy; empty if there is none
 */
public record ExpectationResult(
    String name,
    Action action,
    int rowsChecked,
    int rowsFailed,
    String limit,
    Example example,
    String sentence) {

  /**
   * A value that failed.
   *
   * @param key whose value it is, its parts joined by {@code @}; empty if a batch as a whole failed
   * @param value the value, as text
   */
  public record Example(String key, String value) {
    /** Nothing failed. */
    public static final Example NONE = new Example("", "");
  }

  /**
   * Returns whether the expectation was met.
   *
   * @return true if no row failed
   */
  public boolean isMet() {
    return rowsFailed == 0;
  }
}
