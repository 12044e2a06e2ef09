package io.synkro.predict.optimize;

import io.synkro.predict.series.SeriesId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the demand's value at purchase prices an item brings. Source: Silver, Pyke &amp;
 * Thomas (2017), Inventory and Production Management in Supply Chains, section 2.1.
 */
public enum AbcClass {
  /** The items of the highest value, which together bring 80 % of it. */
  A,
  /** The next, up to 95 %. */
  B,
  /** The rest. */
  C;

  private static final double UP_TO_A = 0.8;
  private static final double UP_TO_B = 0.95;

  /** An item and what its demand is worth. */
  record Value(SeriesId id, double money) {}

  static Map<SeriesId, AbcClass> of(List<Value> values) {
    double total = values.stream().mapToDouble(Value::money).sum();
    Map<SeriesId, AbcClass> classes = new HashMap<>();
    double before = 0;
    for (Value value : values.stream().sorted(HIGHEST_FIRST).toList()) {
      double share = total > 0 ? before / total : 1;
      classes.put(value.id(), share < UP_TO_A ? A : share < UP_TO_B ? B : C);
      before += value.money();
    }
    return classes;
  }

  private static final Comparator<Value> HIGHEST_FIRST =
      Comparator.comparingDouble(Value::money).reversed().thenComparing(Value::id);
}
