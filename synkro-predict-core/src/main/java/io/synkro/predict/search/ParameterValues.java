package io.synkro.predict.search;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A value for each parameter of a space. Equal if space and values are equal. Immutable; safe for
 * use by many threads.
 */
public final class ParameterValues {
  private final SearchSpace space;
  private final double[] point;

  /** The point is the place of an option for a choice; it is not copied. */
  ParameterValues(SearchSpace space, double[] point) {
    this.space = space;
    this.point = point;
  }

  /**
   * Returns the space.
   *
   * @return whose parameters have these values
   */
  public SearchSpace space() {
    return space;
  }

  /**
   * Returns a real number.
   *
   * @param name name of a uniform or log-uniform parameter
   * @return its value
   * @throws InvalidInputException if there is no real parameter of that name
   */
  public double real(String name) {
    return point[index(name, SearchParameter.Real.class, "a real number")];
  }

  /**
   * Returns a whole number.
   *
   * @param name name of an integer or log-integer parameter
   * @return its value
   * @throws InvalidInputException if there is no whole parameter of that name
   */
  public int whole(String name) {
    return (int) point[index(name, SearchParameter.Whole.class, "a whole number")];
  }

  /**
   * Returns the option chosen.
   *
   * @param name name of a choice
   * @return one of its options
   * @throws InvalidInputException if there is no choice of that name
   */
  public String choice(String name) {
    return (String) value(index(name, SearchParameter.Choice.class, "a choice"));
  }

  private int index(String name, Class<?> kind, String words) {
    int index = space.index(name);
    SearchParameter parameter = space.parameters().get(index);
    if (!kind.isInstance(parameter)) {
      throw new InvalidInputException(
          "name",
          name,
          "must name " + words,
          "ask as for " + parameter.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
    return index;
  }

  /**
   * Returns all values.
   *
   * @return a {@link Double}, {@link Integer} or {@link String} for each name, in the order of the
   *     space, as {@link SearchSpace#values} takes them; unmodifiable
   */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      map.put(space.parameters().get(i).name(), value(i));
    }
    return Collections.unmodifiableMap(map);
  }

  private Object value(int index) {
    SearchParameter parameter = space.parameters().get(index);
    if (parameter instanceof SearchParameter.Choice choice) {
      return choice.options().get((int) point[index]);
    }
    if (parameter instanceof SearchParameter.Whole) {
      return (int) point[index];
    }
    return point[index];
  }

  /** Returns the numbers behind the values; not to be changed. */
  double[] point() {
    return point;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterValues values
        && Arrays.equals(point, values.point)
        && space.equals(values.space);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(point);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
