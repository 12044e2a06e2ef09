package io.synkro.predict.tablesaw;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of a table are what. Immutable.
 *
 * @param frequency how far apart the rows of a series are
 * @param columns names of the columns of product, warehouse, date and units
 * @param covariates covariates by the name of their column, in order
 * @param attributes columns whose value is the same in all rows of a series
 * @param futureSteps for how many steps the rows of each series go on beyond its last units, with
 *     plans: values of covariates known in the future, and no units
 */
public record PanelMapping(
    Frequency frequency,
    Columns columns,
    Map<String, Availability> covariates,
    List<String> attributes,
    int futureSteps) {
  /** {@inheritDoc} */
  public PanelMapping {
    covariates = Collections.unmodifiableMap(new LinkedHashMap<>(covariates));
    attributes = List.copyOf(attributes);
    Require.atLeast("futureSteps", futureSteps, 0, "");
  }

  /**
   * Names of the four columns that every table has.
   *
   * @param product identifier of the product
   * @param warehouse identifier of the warehouse
   * @param date first day (or hour) of the step
   * @param units units sold
   */
  public record Columns(String product, String warehouse, String date, String units) {
    /** {@code product}, {@code warehouse}, {@code date} and {@code units}. */
    public static final Columns STANDARD = new Columns("product", "warehouse", "date", "units");
  }

  /**
   * Creates a mapping of the standard names, without covariates, attributes or plans.
   *
   * @param frequency how far apart the rows of a series are
   * @return the mapping
   */
  public static PanelMapping of(Frequency frequency) {
    return new PanelMapping(frequency, Columns.STANDARD, Map.of(), List.of(), 0);
  }

  /**
   * Creates the mapping with which the table of a panel is read back.
   *
   * @param panel the panel
   * @return standard names, and its covariates, attributes and future steps
   */
  public static PanelMapping of(SeriesPanel panel) {
    Map<String, Availability> covariates = new LinkedHashMap<>();
    for (Covariate each : panel.covariates()) {
      covariates.put(each.name(), each.availability());
    }
    List<String> attributes = panel.attributes().stream().map(StaticAttribute::name).toList();
    return new PanelMapping(
        panel.axis().frequency(), Columns.STANDARD, covariates, attributes, panel.futureSteps());
  }

  /**
   * Returns the mapping with other names.
   *
   * @param newColumns names of product, warehouse, date and units
   * @return the mapping
   */
  public PanelMapping withColumns(Columns newColumns) {
    return new PanelMapping(frequency, newColumns, covariates, attributes, futureSteps);
  }

  /**
   * Returns the mapping with one more covariate.
   *
   * @param column its name
   * @param availability whether its values over the horizon are known
   * @return the mapping
   */
  public PanelMapping withCovariate(String column, Availability availability) {
    Map<String, Availability> more = new LinkedHashMap<>(covariates);
    more.put(column, availability);
    return new PanelMapping(frequency, columns, more, attributes, futureSteps);
  }

  /**
   * Returns the mapping with one more attribute.
   *
   * @param column its name
   * @return the mapping
   */
  public PanelMapping withAttribute(String column) {
    List<String> more = new ArrayList<>(attributes);
    more.add(column);
    return new PanelMapping(frequency, columns, covariates, more, futureSteps);
  }

  /**
   * Returns the mapping with plans.
   *
   * @param steps how many, zero or more
   * @return the mapping
   */
  public PanelMapping withFutureSteps(int steps) {
    return new PanelMapping(frequency, columns, covariates, attributes, steps);
  }
}
