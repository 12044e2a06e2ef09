package io.synkro.predict.examples.sample;

/**
 * A product in a warehouse as it was lived through. Days are counted from the first day of the
 * history. The arrays belong to the writer of the files and are not copied.
 *
 * @param demand what customers wanted, which no file tells
 * @param stock units on the shelf in the morning, after deliveries
 * @param units recorded units: the smaller of demand and stock, or negative for a return
 * @param inStock share of the day with goods on the shelf, in hundredths
 * @param missing days that were never recorded
 * @param end state on the evening of the last day
 */
// plain arrays inside the package, as the simulation fills them and the writer reads them once
@SuppressWarnings("ArrayRecordComponent")
record SeriesHistory(
    int[] demand, int[] stock, int[] units, int[] inStock, boolean[] missing, EndState end) {

  /** Stock in the evening; the due day is zero if nothing is on order. */
  record EndState(int onHand, int onOrder, int dueDay) {}

  /** Recorded units that customers paid for on the day: none if the row is missing. */
  int ordered(int day) {
    return missing[day] ? 0 : Math.max(0, units[day]);
  }
}
