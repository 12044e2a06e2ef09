package io.synkro.predict.features;

import io.synkro.predict.features.calendar.StepFeature;

/**
 * A feature of the target's place in the calendar.
 *
 * @param name name of the column
 * @param step what the calendar says
 */
record CalendarFeature(String name, StepFeature step) implements PipelineFeature {
  @Override
  public String definition() {
    return step.definition() + " of the target";
  }

  @Override
  public CalendarFeature as(String newName) {
    return new CalendarFeature(newName, step);
  }
}
