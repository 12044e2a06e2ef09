package io.synkro.predict.optimize.conflict;

/** Whether a problem has a plan that keeps all hard limits and minimum stocks. */
public enum Verdict {
  /** Proven: there is none. */
  CONTRADICTION,
  /** There is one. */
  PLAN_EXISTS,
  /** Neither was found: a plan, nor a proof that there is none. */
  UNDECIDED
}
