package io.synkro.predict.features.view;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Features of one view that a model wants. What is selected from several views becomes one schema,
 * by one rule for training sets and online reads: see {@link #jointSchema}. Immutable.
 *
 * @param view where they come from
 * @param features their names, unique; an empty list stands for all features of the view and is
 *     replaced by their names
 */
public record FeatureSelection(FeatureView view, List<String> features) {
  /** {@inheritDoc} */
  public FeatureSelection {
    List<String> known = view.schema().names();
    features = features.isEmpty() ? known : List.copyOf(features);
    Set<String> unique = new HashSet<>();
    for (String feature : features) {
      String name = "feature selected from view " + view.name();
      Require.that(known.contains(feature), name, feature, "must be one of " + known, "");
      Require.that(unique.add(feature), name, feature, "must be unique", "");
    }
  }

  /**
   * Selects features by name.
   *
   * @param view where they come from
   * @param features their names; none for all features of the view
   * @return the selection
   */
  public static FeatureSelection of(FeatureView view, String... features) {
    return new FeatureSelection(view, List.of(features));
  }

  /**
   * Returns where the features are in a row of the view.
   *
   * @return positions in the view's schema, in the order of {@link #features()}
   */
  public int[] columns() {
    List<String> known = view.schema().names();
    return features.stream().mapToInt(known::indexOf).toArray();
  }

  /**
   * Returns the schema of what is selected from several views. A column has the name of its feature
   * or, if several selected features have that name, {@code VIEW__FEATURE}. The time to live of its
   * view is a part of its definition, as in {@code mean(demand, 28) ttl=PT168H}, and so is its
   * default: values that expire at another age or are replaced by another number are other
   * features.
   *
   * @param selections at least one
   * @return the columns of all selections, in order
   * @throws io.synkro.predict.InvalidInputException if two columns have one name even so, as those
   *     of two versions of a view
   */
  public static FeatureSchema jointSchema(List<FeatureSelection> selections) {
    Map<String, Integer> counts = new HashMap<>();
    for (FeatureSelection selection : selections) {
      selection.features.forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    List<Feature> joint = new ArrayList<>();
    for (FeatureSelection selection : selections) {
      FeatureView view = selection.view;
      for (int column : selection.columns()) {
        Feature feature = view.schema().features().get(column);
        boolean unique = counts.getOrDefault(feature.name(), 0) == 1;
        String name = unique ? feature.name() : view.name() + "__" + feature.name();
        String definition = feature.definition() + " ttl=" + view.freshness().timeToLive();
        Float replacement = view.defaults().get(feature.name());
        definition += replacement == null ? "" : " default=" + replacement;
        joint.add(new Feature(name, feature.categories(), definition.strip()));
      }
    }
    return new FeatureSchema(joint);
  }
}
