package io.synkro.predict.series;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link SeriesPanel} series by series. Name covariates and attributes first, then add
 * series. Not safe for use by many threads.
 */
public final class SeriesPanelBuilder {
  /** Stands in an attribute where a series was added without a value for it. */
  public static final String UNKNOWN = "(unknown)";

  private final TimeAxis axis;
  private int futureSteps;
  private final Map<String, Availability> covariates = new LinkedHashMap<>();
  private final Map<String, DoubleArray> covariateValues = new LinkedHashMap<>();
  private final Map<String, List<String>> attributeValues = new LinkedHashMap<>();
  private final List<SeriesId> ids = new ArrayList<>();
  private final IntArray starts = new IntArray();
  private final IntArray offsets = new IntArray();
  private final DoubleArray values = new DoubleArray();

  SeriesPanelBuilder(TimeAxis axis) {
    this.axis = axis;
    offsets.add(0);
  }

  /**
   * Sets for how many steps beyond the end of each series the covariates known in the future are
   * given.
   *
   * @param steps zero or more
   * @return this builder
   */
  public SeriesPanelBuilder futureSteps(int steps) {
    requireEmpty("futureSteps");
    this.futureSteps = Require.atLeast("futureSteps", steps, 0, "");
    return this;
  }

  /**
   * Names a covariate.
   *
   * @param name its name
   * @param availability whether its values over the horizon are known
   * @return this builder
   */
  public SeriesPanelBuilder covariate(String name, Availability availability) {
    requireEmpty("covariate " + name);
    Require.identifier("covariate", name);
    Require.that(
        covariates.put(name, availability) == null, "covariate", name, "must be named once", "");
    covariateValues.put(name, new DoubleArray());
    return this;
  }

  /**
   * Names an attribute.
   *
   * @param name its name
   * @return this builder
   */
  public SeriesPanelBuilder attribute(String name) {
    requireEmpty("attribute " + name);
    Require.identifier("attribute", name);
    Require.that(
        attributeValues.put(name, new ArrayList<>()) == null,
        "attribute",
        name,
        "must be named once",
        "");
    return this;
  }

  /**
   * Adds a series.
   *
   * @param series demand, on this panel's axis
   * @param covariateOf values by name of the covariate: one a step of the series, and {@code
   *     futureSteps} more if known in the future; a covariate that is left out is NaN
   * @param attributeOf value by name of the attribute; one that is left out is {@link #UNKNOWN}
   * @return this builder
   */
  public SeriesPanelBuilder add(
      TimeSeries series, Map<String, double[]> covariateOf, Map<String, String> attributeOf) {
    if (!series.axis().equals(axis)) {
      throw new InvalidInputException(
          "axis of series " + series.id(),
          series.axis().toString(),
          "must be the panel's axis, " + axis,
          "create the series with the panel's axis and a start on it");
    }
    requireNamed("covariate", covariateOf, covariates);
    requireNamed("attribute", attributeOf, attributeValues);
    // all checks come before the first change, so that a series that was refused leaves no trace
    covariateOf.forEach((name, given) -> requireCovariate(series, name, given));
    ids.add(series.id());
    starts.add(series.start());
    values.addAll(series.values());
    offsets.add(values.size());
    covariateValues.forEach(
        (name, column) -> addCovariate(column, covariateOf.get(name), length(series, name)));
    attributeValues.forEach((name, list) -> list.add(attributeOf.getOrDefault(name, UNKNOWN)));
    return this;
  }

  private int length(TimeSeries series, String covariate) {
    boolean known = covariates.get(covariate) == Availability.KNOWN_IN_FUTURE;
    return series.length() + (known ? futureSteps : 0);
  }

  private void requireCovariate(TimeSeries series, String name, double[] given) {
    int expected = length(series, name);
    if (given.length != expected) {
      throw new InvalidInputException(
          "length of covariate %s of series %s".formatted(name, series.id()),
          Integer.toString(given.length),
          "must be " + expected,
          "add futureSteps values to covariates known in the future");
    }
    for (int t = 0; t < given.length; t++) {
      if (Double.isInfinite(given[t])) {
        throw new InvalidInputException(
            "value %d of covariate %s of series %s".formatted(t, name, series.id()),
            Double.toString(given[t]),
            "must be finite, or NaN where it is missing",
            "look for a division by zero upstream");
      }
    }
  }

  private static void addCovariate(DoubleArray column, double @Nullable [] given, int length) {
    double[] added = given;
    if (added == null) {
      added = new double[length];
      Arrays.fill(added, Double.NaN);
    }
    column.addAll(added);
  }

  /**
   * Builds the panel.
   *
   * @return the panel, series in the order they were added
   * @throws InvalidInputException if there is no series, or one twice
   */
  public SeriesPanel build() {
    Require.that(
        !ids.isEmpty(), "series", "none", "must be at least one", "add a series before build()");
    int[] flatOffsets = offsets.toArray();
    List<Covariate> built = new ArrayList<>();
    covariates.forEach(
        (name, availability) -> {
          int future = availability == Availability.KNOWN_IN_FUTURE ? futureSteps : 0;
          DoubleArray column = covariateValues.getOrDefault(name, new DoubleArray());
          built.add(new Covariate(name, availability, future, flatOffsets, column.toArray()));
        });
    List<StaticAttribute> attributes = new ArrayList<>();
    attributeValues.forEach((name, list) -> attributes.add(StaticAttribute.of(name, list)));
    return new SeriesPanel(
        axis,
        ids.toArray(SeriesId[]::new),
        starts.toArray(),
        flatOffsets,
        values.toArray(),
        futureSteps,
        built,
        attributes);
  }

  private void requireEmpty(String what) {
    Require.that(
        ids.isEmpty(), what, "named late", "must be set before the first series is added", "");
  }

  private static void requireNamed(String kind, Map<String, ?> given, Map<String, ?> named) {
    for (String name : given.keySet()) {
      if (!named.containsKey(name)) {
        throw new InvalidInputException(
            kind,
            name,
            "must be named before series are added",
            "call " + kind + "(\"" + name + "\") on the builder");
      }
    }
  }
}
