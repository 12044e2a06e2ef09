package io.synkro.predict.csv;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The accepted rows of a sales file in columns of numbers: series, date, line, units, covariates.
 */
final class SalesRows {
  private final List<String> covariates;
  private final List<SeriesId> ids = new ArrayList<>();
  private final Map<Long, Integer> positions = new HashMap<>();
  private final List<Map<String, String>> attributes = new ArrayList<>();
  private final List<String> attributeNames;
  private final IntArray series = new IntArray();
  private final IntArray dates = new IntArray();
  private final IntArray lines = new IntArray();
  private final DoubleArray units = new DoubleArray();
  private final List<DoubleArray> values = new ArrayList<>();
  private final DatePool datePool;

  /** Rows of a series mostly stand together: one look-up serves them all. */
  private long lastKey = -1;

  private int lastFound;

  SalesRows(List<String> covariates, List<String> attributeNames, DatePool datePool) {
    this.covariates = List.copyOf(covariates);
    this.attributeNames = List.copyOf(attributeNames);
    this.datePool = datePool;
    covariates.forEach(name -> values.add(new DoubleArray()));
  }

  /** Number of a series, or -1 if it is new; codes are those of product and warehouse. */
  int find(int product, int warehouse) {
    long key = key(product, warehouse);
    if (key != lastKey) {
      int found = positions.getOrDefault(key, -1);
      if (found < 0) {
        return found;
      }
      lastKey = key;
      lastFound = found;
    }
    return lastFound;
  }

  int addSeries(int product, int warehouse, SeriesId id, Map<String, String> attributeOf) {
    positions.put(key(product, warehouse), ids.size());
    ids.add(id);
    attributes.add(attributeOf);
    return ids.size() - 1;
  }

  private static long key(int product, int warehouse) {
    return ((long) product << 32) | warehouse;
  }

  void add(int seriesCode, int dateCode, long line, double unitsSold, double[] covariateValues) {
    series.add(seriesCode);
    dates.add(dateCode);
    lines.add(Math.toIntExact(line));
    units.add(unitsSold);
    for (int c = 0; c < covariateValues.length; c++) {
      values.get(c).add(covariateValues[c]);
    }
  }

  int size() {
    return series.size();
  }

  int series(int row) {
    return series.get(row);
  }

  int date(int row) {
    return dates.get(row);
  }

  int line(int row) {
    return lines.get(row);
  }

  double[] units() {
    return units.toArray();
  }

  double[] values(int covariate) {
    return values.get(covariate).toArray();
  }

  List<SeriesId> ids() {
    return ids;
  }

  Map<String, String> attributes(int seriesCode) {
    return attributes.get(seriesCode);
  }

  List<String> attributeNames() {
    return attributeNames;
  }

  List<String> covariates() {
    return covariates;
  }

  DatePool datePool() {
    return datePool;
  }
}
