package io.synkro.predict.optimize;

import io.synkro.predict.series.SeriesId;

/** What became of one item: one bad item never fails the batch. */
public sealed interface PlanOutcome {
  /**
   * Returns what was to be planned.
   *
   * @return product and warehouse
   */
  SeriesId id();

  /**
   * The item was planned.
   *
   * @param line its plan
   */
  record Planned(PlanLine line) implements PlanOutcome {
    @Override
    public SeriesId id() {
      return line.id();
    }
  }

  /**
   * The item could not be planned.
   *
   * @param id product and warehouse
   * @param reason what is wrong and what to try
   */
  record NotPlanned(SeriesId id, String reason) implements PlanOutcome {}
}
