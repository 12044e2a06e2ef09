package io.synkro.predict.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which methods forecast one kind of demand, and why. Immutable.
 *
 * @param demand the kind of demand, in words
 * @param runs how many series and origins the choice rests on
 * @param method what is blended
 * @param reason why, in words and numbers
 * @param losses mean loss of each method: of regular demand the absolute error in units of the
 *     usual change, of intermittent demand the squared error in units of the level
 */
public record MethodChoice(
    String demand, int runs, String method, String reason, Map<String, Double> losses) {
  /** {@inheritDoc} */
  public MethodChoice {
    losses = Collections.unmodifiableMap(new LinkedHashMap<>(losses));
  }
}
