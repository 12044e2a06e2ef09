package io.synkro.predict.features.validation;

/** What becomes of a batch if an expectation is not met. */
public enum Action {
  /** The whole batch is refused. */
  REJECT,
  /** The rows that fail are set aside, the others are written. */
  QUARANTINE,
  /** All is written and the report says so. */
  WARN
}
