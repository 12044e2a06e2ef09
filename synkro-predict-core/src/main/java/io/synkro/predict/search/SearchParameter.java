package io.synkro.predict.search;

import io.synkro.predict.internal.Require;
import java.util.HashSet;
import java.util.List;

/** One parameter of a {@link SearchSpace}. Immutable; safe for use by many threads. */
public sealed interface SearchParameter {
  /**
   * Returns the name.
   *
   * @return 1 to 256 characters, no control characters
   */
  String name();

  /**
   * A real number from an interval.
   *
   * @param name name, unique in its space
   * @param low smallest value, finite
   * @param high largest value, finite, above {@code low}
   * @param log whether equal ratios are alike, rather than equal differences; {@code low} must then
   *     be positive
   */
  record Real(String name, double low, double high, boolean log) implements SearchParameter {
    /** {@inheritDoc} */
    public Real {
      Require.identifier("name", name);
      Require.that(
          Double.isFinite(low), name + ".low", low, "must be finite", "give the smallest value");
      Require.that(
          high > low && Double.isFinite(high - low),
          name + ".high",
          high,
          "must be above low (%s), by a finite distance".formatted(low),
          "leave out a parameter that does not vary");
      Require.that(
          !log || (low > 0 && StrictMath.log(low) < StrictMath.log(high)),
          name + ".low",
          low,
          "must be positive on a logarithmic scale, and its logarithm below that of high",
          "use a uniform parameter");
    }
  }

  /**
   * A whole number from a range.
   *
   * @param name name, unique in its space
   * @param low smallest value
   * @param high largest value, above {@code low}
   * @param log whether equal ratios are alike, rather than equal differences; {@code low} must then
   *     be at least 1
   */
  record Whole(String name, int low, int high, boolean log) implements SearchParameter {
    /** {@inheritDoc} */
    public Whole {
      Require.identifier("name", name);
      Require.that(
          high > low,
          name + ".high",
          high,
          "must be above low (%d)".formatted(low),
          "leave out a parameter that does not vary");
      Require.that(
          !log || low >= 1,
          name + ".low",
          low,
          "must be at least 1 on a logarithmic scale",
          "use an integer parameter");
    }
  }

  /**
   * One of several texts, without an order among them.
   *
   * @param name name, unique in its space
   * @param options at least 2 different ones, each with 1 to 256 characters
   */
  record Choice(String name, List<String> options) implements SearchParameter {
    /** {@inheritDoc} */
    public Choice {
      Require.identifier("name", name);
      options = List.copyOf(options);
      options.forEach(option -> Require.identifier(name + " option", option));
      Require.that(
          options.size() >= 2 && new HashSet<>(options).size() == options.size(),
          name + ".options",
          options,
          "must be at least 2 and different",
          "leave out a parameter that does not vary");
    }
  }
}
