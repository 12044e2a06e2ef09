package io.synkro.predict.features.calendar;

import io.synkro.predict.series.TimeAxis;

/** A step feature that is a function; two of one name and definition are equal. */
final class NamedFeature implements StepFeature {
  private final String name;
  private final String definition;
  private final Values values;

  NamedFeature(String name, String definition, Values values) {
    this.name = name;
    this.definition = definition;
    this.values = values;
  }

  /** How a value is computed; must hold no state that changes. */
  @FunctionalInterface
  interface Values {
    float of(TimeAxis axis, long step);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String definition() {
    return definition;
  }

  @Override
  public float value(TimeAxis axis, long step) {
    return values.of(axis, step);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedFeature that
        && name.equals(that.name)
        && definition.equals(that.definition);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + definition.hashCode();
  }

  @Override
  public String toString() {
    return name + " = " + definition;
  }
}
