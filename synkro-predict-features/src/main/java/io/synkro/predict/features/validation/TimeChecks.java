package io.synkro.predict.features.validation;

import io.synkro.predict.features.validation.Check.Violation;
import io.synkro.predict.features.validation.RowCheck.Subject;
import io.synkro.predict.features.view.FeatureBatch;
import java.time.Duration;
import java.time.Instant;

/** Checks of the two times of rows. Stateless. */
final class TimeChecks {
  private TimeChecks() {}

  static Check age(Duration oldest) {
    String limit = "must be at most %s before it is written".formatted(oldest);
    return new RowCheck(
        "age",
        limit,
        (batch, row, now) ->
            batch.eventMillis(row) < now - oldest.toMillis()
                ? violation(batch, row, false, limit, "look for a source that is stuck")
                : null);
  }

  static Check noPlans() {
    String limit = "must not be before the event time";
    return new RowCheck(
        "known after the event",
        limit,
        (batch, row, now) ->
            batch.knownMillis(row) < batch.eventMillis(row)
                ? violation(
                    batch,
                    row,
                    true,
                    limit + " " + batch.eventTime(row),
                    "allow plans, or give the time at which the value was measured")
                : null);
  }

  static Check notFromTheFuture(Duration tolerance) {
    String limit = "must be at most %s after it is written".formatted(tolerance);
    return new RowCheck(
        "known by now",
        limit,
        (batch, row, now) ->
            batch.knownMillis(row) > now + tolerance.toMillis()
                ? violation(batch, row, true, limit, "look for a wrong time zone or unit")
                : null);
  }

  private static Violation violation(
      FeatureBatch batch, int row, boolean known, String limit, String remedy) {
    Instant time = known ? batch.knownTime(row) : batch.eventTime(row);
    return RowCheck.violation(
        new Subject(known ? "known-at time" : "event time", batch.key(row), time.toString()),
        limit,
        remedy);
  }
}
