package io.synkro.predict.features.online;

import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Instant;
import java.util.Optional;

/** Features of one entity as they were at one moment, each with its status. Immutable. */
public final class OnlineVector {
  static final long NO_EVENT = Long.MIN_VALUE;

  private final FeatureSchema schema;
  private final float[] values;
  private final FeatureStatus[] statuses;
  private final long[] events;

  /** Takes arrays, which are not copied, with one element for each column. */
  OnlineVector(FeatureSchema schema, float[] values, FeatureStatus[] statuses, long[] events) {
    this.schema = schema;
    this.values = values;
    this.statuses = statuses;
    this.events = events;
  }

  /**
   * Returns the columns, with definitions that a model can be checked against.
   *
   * @return the joint schema of the selections
   */
  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Returns a value.
   *
   * @param column position in the schema
   * @return the value; NaN if its status is {@link FeatureStatus#MISSING} or {@link
   *     FeatureStatus#EXPIRED}
   */
  public float value(int column) {
    return values[column];
  }

  /**
   * Returns what a value is worth.
   *
   * @param column position in the schema
   * @return its status
   */
  public FeatureStatus status(int column) {
    return statuses[column];
  }

  /**
   * Returns what time a value is about.
   *
   * @param column position in the schema
   * @return event time of the row that was found, also if its value is missing, expired or replaced
   *     by a default; empty if there is no row
   */
  public Optional<Instant> eventTime(int column) {
    long event = events[column];
    return event == NO_EVENT ? Optional.empty() : Optional.of(Instant.ofEpochMilli(event));
  }

  /**
   * Copies the values.
   *
   * @param target receives them, length at least the number of columns
   */
  public void copyValues(float[] target) {
    System.arraycopy(values, 0, target, 0, values.length);
  }

  /**
   * Returns the values as a table, for models.
   *
   * @return one row
   */
  public FeatureTable table() {
    float[][] columns = new float[values.length][1];
    for (int c = 0; c < columns.length; c++) {
      columns[c][0] = values[c];
    }
    return new FeatureTable(schema, columns);
  }
}
