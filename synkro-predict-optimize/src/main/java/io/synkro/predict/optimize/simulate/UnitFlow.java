package io.synkro.predict.optimize.simulate;

/**
 * Where the units of a simulation came from and went. No unit is lost: {@code opening + received =
 * shipped + closing}, with {@code shipped = fromShelf + fromBackorders}, and {@code demand =
 * fromShelf + fromBackorders + waiting + lost}.
 *
 * @param opening stock on hand at the beginning
 * @param ordered units ordered in the simulation
 * @param received units that arrived
 * @param demand units asked for
 * @param fromShelf units served in the period they were asked for
 * @param fromBackorders units served later
 * @param lost units not served
 * @param waiting backorders at the end
 * @param closing stock on hand at the end
 */
public record UnitFlow(
    double opening,
    double ordered,
    double received,
    double demand,
    double fromShelf,
    double fromBackorders,
    double lost,
    double waiting,
    double closing) {

  /**
   * Returns what is on its way at the end.
   *
   * @return units
   */
  public double onOrder() {
    return ordered - received;
  }

  /**
   * Returns the units not served when they were asked for.
   *
   * @return units, zero or more
   */
  public double shortUnits() {
    return fromBackorders + lost + waiting;
  }
}
