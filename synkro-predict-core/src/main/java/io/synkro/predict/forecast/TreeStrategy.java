package io.synkro.predict.forecast;

/** How models of trees reach several steps ahead. */
public enum TreeStrategy {
  /** One model for all steps, which knows how far ahead it looks. */
  DIRECT,
  /** One model for each season of steps, such as every week ahead, up to four. */
  BLOCKS,
  /** One model for the next step, which goes on from its own forecasts. */
  RECURSIVE
}
