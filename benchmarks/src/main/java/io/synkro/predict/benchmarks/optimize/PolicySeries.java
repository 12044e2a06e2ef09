package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.benchmarks.forecast.SeriesSets;
import io.synkro.predict.internal.DoubleArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads demand series whole, training and test part together. */
final class PolicySeries {
  private PolicySeries() {}

  /** Reads the series of a file that lack no value: demand is not guessed at here. */
  static List<double[]> complete(Path file) throws IOException {
    Map<String, DoubleArray> all = new LinkedHashMap<>();
    SeriesSets.forEachLine(
        file,
        line -> {
          String value = line.getField("value");
          all.computeIfAbsent(line.getField("series_id"), id -> new DoubleArray())
              .add(value.isEmpty() ? Double.NaN : Double.parseDouble(value));
        });
    List<double[]> complete = new ArrayList<>();
    for (DoubleArray values : all.values()) {
      double[] demand = values.toArray();
      double sum = 0;
      for (double units : demand) {
        sum += units;
      }
      if (!Double.isNaN(sum)) {
        complete.add(demand);
      }
    }
    return complete;
  }
}
