package io.synkro.predict.features.online;

import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Instant;
import java.util.Optional;

/** Features of one entity as they were at one moment, each with its status. Immutable. */
public final class OnlineVector {
  static final long NO_EVENT = Long.MIN_VALUE;

  private final EntityKey key;
  private final Layout layout;
  private final Target content;
  private final long[] events;

  OnlineVector(EntityKey key, Layout layout, Target content, long[] events) {
    this.key = key;
    this.layout = layout;
    this.content = content;
    this.events = events;
  }

  /** What all vectors of a retrieval share: columns, and which view each comes from. */
  record Layout(FeatureSchema schema, int[] viewOf) {}

  /** Where values and statuses are read into. */
  record Target(float[] values, FeatureStatus[] statuses) {}

  /**
   * Returns whom the features are about.
   *
   * @return the key that was asked for
   */
  public EntityKey key() {
    return key;
  }

  /**
   * Returns the columns, with definitions that a model can be checked against.
   *
   * @return the joint schema of the selections
   */
  public FeatureSchema schema() {
    return layout.schema();
  }

  /**
   * Returns a value.
   *
   * @param column position in the schema
   * @return the value; NaN if its status is {@link FeatureStatus#MISSING} or {@link
   *     FeatureStatus#EXPIRED}
   */
  public float value(int column) {
    return content.values[column];
  }

  /**
   * Returns what a value is worth.
   *
   * @param column position in the schema
   * @return its status
   */
  public FeatureStatus status(int column) {
    return content.statuses[column];
  }

  /**
   * Returns what time a value is about.
   *
   * @param column position in the schema
   * @return event time of the row that was found, also if its value is missing, expired or replaced
   *     by a default; empty if there is no row
   */
  public Optional<Instant> eventTime(int column) {
    long event = events[layout.viewOf[column]];
    return event == NO_EVENT ? Optional.empty() : Optional.of(Instant.ofEpochMilli(event));
  }

  /**
   * Copies the values.
   *
   * @param target receives them, length at least the number of columns
   */
  public void copyValues(float[] target) {
    System.arraycopy(content.values, 0, target, 0, content.values.length);
  }

  /**
   * Returns the values as a table, for models.
   *
   * @return one row
   */
  public FeatureTable table() {
    float[][] columns = new float[content.values.length][1];
    for (int c = 0; c < columns.length; c++) {
      columns[c][0] = content.values[c];
    }
    return new FeatureTable(layout.schema(), columns);
  }
}
