package io.synkro.predict.search;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.search.internal.ChoiceDimension;
import io.synkro.predict.search.internal.Dimension;
import io.synkro.predict.search.internal.NumberDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a {@link Study} varies, each with its range. Immutable; safe for use by many
 * threads.
 *
 * @param parameters at least one, with different names
 */
public record SearchSpace(List<SearchParameter> parameters) {
  /** {@inheritDoc} */
  public SearchSpace {
    parameters = List.copyOf(parameters);
    Require.that(!parameters.isEmpty(), "parameters", parameters, "must be at least one", "");
    List<String> names = parameters.stream().map(SearchParameter::name).toList();
    for (String name : names) {
      Require.that(
          names.indexOf(name) == names.lastIndexOf(name),
          "name",
          name,
          "must belong to one parameter only",
          "");
    }
  }

  /**
   * Starts from no parameters.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Chooses values by hand, such as those in use today.
   *
   * @param values a {@link Number} for each real parameter, an {@link Integer} for each whole one
   *     and a {@link String} for each choice, by name
   * @return the values
   * @throws io.synkro.predict.InvalidInputException if a name is unknown or missing, or a value is
   *     of another type or outside its range
   */
  public ParameterValues values(Map<String, ?> values) {
    for (String name : values.keySet()) {
      index(name);
    }
    double[] point = new double[parameters.size()];
    List<Dimension> dimensions = dimensions();
    for (int i = 0; i < point.length; i++) {
      SearchParameter parameter = parameters.get(i);
      Object value = values.get(parameter.name());
      point[i] = number(parameter, value);
      Require.that(
          dimensions.get(i).holds(point[i]),
          parameter.name(),
          String.valueOf(value),
          "must be a value of " + parameter,
          "");
    }
    return new ParameterValues(this, point);
  }

  /** NaN for what is of another type. */
  private static double number(SearchParameter parameter, @Nullable Object value) {
    if (parameter instanceof SearchParameter.Choice choice) {
      int option = value == null ? -1 : choice.options().indexOf(value);
      return option < 0 ? Double.NaN : option;
    }
    boolean fits =
        parameter instanceof SearchParameter.Whole
            ? value instanceof Integer
            : value instanceof Number;
    return fits && value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Returns the place of a parameter. */
  int index(String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        return i;
      }
    }
    List<String> names = parameters.stream().map(SearchParameter::name).toList();
    throw new InvalidInputException(
        "name", Require.abbreviated(name, 80), "must be one of " + names, "");
  }

  List<Dimension> dimensions() {
    return parameters.stream().map(SearchSpace::dimension).toList();
  }

  private static Dimension dimension(SearchParameter parameter) {
    if (parameter instanceof SearchParameter.Real real) {
      return new NumberDimension(real.low(), real.high(), real.log(), false);
    }
    if (parameter instanceof SearchParameter.Whole whole) {
      return new NumberDimension(whole.low(), whole.high(), whole.log(), true);
    }
    return new ChoiceDimension(((SearchParameter.Choice) parameter).options().size());
  }

  /** Collects parameters; each is checked as it is added. Not safe for use by many threads. */
  public static final class Builder {
    private final List<SearchParameter> parameters = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a real number, all values alike.
     *
     * @param name its name
     * @param low smallest value
     * @param high largest value, above {@code low}
     * @return this builder
     */
    public Builder uniform(String name, double low, double high) {
      return add(new SearchParameter.Real(name, low, high, false));
    }

    /**
     * Adds a real number whose magnitude is searched, such as a learning rate.
     *
     * @param name its name
     * @param low smallest value, above 0
     * @param high largest value, above {@code low}
     * @return this builder
     */
    public Builder logUniform(String name, double low, double high) {
      return add(new SearchParameter.Real(name, low, high, true));
    }

    /**
     * Adds a whole number, all values alike.
     *
     * @param name its name
     * @param low smallest value
     * @param high largest value, above {@code low}
     * @return this builder
     */
    public Builder integer(String name, int low, int high) {
      return add(new SearchParameter.Whole(name, low, high, false));
    }

    /**
     * Adds a whole number whose magnitude is searched, such as a number of leaves.
     *
     * @param name its name
     * @param low smallest value, at least 1
     * @param high largest value, above {@code low}
     * @return this builder
     */
    public Builder logInteger(String name, int low, int high) {
      return add(new SearchParameter.Whole(name, low, high, true));
    }

    /**
     * Adds a choice between texts, such as names of losses.
     *
     * @param name its name
     * @param options at least 2 different ones
     * @return this builder
     */
    public Builder choice(String name, String... options) {
      return add(new SearchParameter.Choice(name, List.of(options)));
    }

    private Builder add(SearchParameter parameter) {
      parameters.add(parameter);
      return this;
    }

    /**
     * Builds the space.
     *
     * @return a space
     * @throws io.synkro.predict.InvalidInputException if there is no parameter or a name is used
     *     twice
     */
    public SearchSpace build() {
      return new SearchSpace(parameters);
    }
  }
}
