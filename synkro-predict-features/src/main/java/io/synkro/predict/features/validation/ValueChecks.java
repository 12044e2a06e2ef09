package io.synkro.predict.features.validation;

import io.synkro.predict.features.validation.RowCheck.Subject;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.List;
import java.util.stream.IntStream;

/** Checks of the values of rows. A missing value meets all of them. Stateless. */
final class ValueChecks {
  private ValueChecks() {}

  static Check range(String feature, int column, double min, double max) {
    String limit = rangeLimit(min, max);
    float low = (float) min; // as the values are: 0.1f is above the double 0.1
    float high = (float) max;
    return new RowCheck(
        "range of " + feature,
        limit,
        (batch, row, now) -> {
          float value = batch.values().value(row, column);
          return value < low || value > high
              ? RowCheck.violation(
                  Subject.of(feature, batch.key(row), value),
                  limit,
                  "look for a wrong unit or sign upstream")
              : null;
        });
  }

  private static String rangeLimit(double min, double max) {
    if (max == Double.POSITIVE_INFINITY) {
      return "must be at least " + number(min);
    }
    return min == Double.NEGATIVE_INFINITY
        ? "must be at most " + number(max)
        : "must be from %s to %s".formatted(number(min), number(max));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  static Check whole(String feature, int column) {
    String limit = "must be a whole number";
    return new RowCheck(
        "whole numbers of " + feature,
        limit,
        (batch, row, now) -> {
          float value = batch.values().value(row, column);
          return Float.isNaN(value) || value == Math.rint(value)
              ? null
              : RowCheck.violation(
                  Subject.of(feature, batch.key(row), value),
                  limit,
                  "look for a mean or a share where a count belongs");
        });
  }

  static Check finite(FeatureSchema schema) {
    String limit = "must be finite, or NaN where it is missing";
    List<String> names = schema.names();
    return new RowCheck(
        "finite values",
        limit,
        (batch, row, now) -> {
          FeatureTable values = batch.values();
          for (int c = 0; c < names.size(); c++) {
            if (Float.isInfinite(values.value(row, c))) {
              return RowCheck.violation(
                  Subject.of(names.get(c), batch.key(row), values.value(row, c)),
                  limit,
                  "look for a division by zero upstream");
            }
          }
          return null;
        });
  }

  static Check codes(FeatureSchema schema) {
    List<Feature> features = schema.features();
    int[] columns =
        IntStream.range(0, features.size()).filter(c -> features.get(c).isCategory()).toArray();
    return new RowCheck(
        "category codes",
        "must be a whole number from 0 to the number of categories - 1",
        (batch, row, now) -> {
          for (int c : columns) {
            float value = batch.values().value(row, c);
            Feature feature = features.get(c);
            if (!Float.isNaN(value) && !isCode(value, feature.categories())) {
              return RowCheck.violation(
                  Subject.of(feature.name(), batch.key(row), value),
                  "must be a whole number from 0 to " + (feature.categories() - 1),
                  "encode it with the levels of the view");
            }
          }
          return null;
        });
  }

  static boolean isCode(float value, int categories) {
    return value >= 0 && value < categories && value == Math.rint(value);
  }
}
