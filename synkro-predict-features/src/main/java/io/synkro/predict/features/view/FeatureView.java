package io.synkro.predict.features.view;

import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Sha256;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A named set of features of one entity that are written together. Its version is a hash of
 * everything that gives its values a meaning, so a changed view is another version and both can be
 * held side by side. Immutable.
 *
 * @param name letters, digits, {@code _ . -}; it names a folder
 * @param entity what the rows are about
 * @param schema the columns, with their definitions
 * @param freshness how long values are good for
 * @param defaults values to serve for features that are missing or expired, by name; may be empty
 */
public record FeatureView(
    String name,
    Entity entity,
    FeatureSchema schema,
    Freshness freshness,
    Map<String, Float> defaults) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

  /** {@inheritDoc} */
  public FeatureView {
    Require.that(
        NAME.matcher(name).matches(),
        "view",
        name,
        "must have 1 to 100 letters, digits, '_', '.' or '-', and begin with none of '.' and '-'",
        "replace other characters by '_'");
    defaults = Map.copyOf(defaults);
    for (Map.Entry<String, Float> each : defaults.entrySet()) {
      Require.that(
          schema.names().contains(each.getKey()),
          "default of view " + name,
          each.getKey(),
          "must belong to a feature of the view",
          "use one of " + schema.names());
      Require.that(
          Float.isFinite(each.getValue()),
          "default of feature " + each.getKey(),
          each.getValue(),
          "must be finite",
          "leave it out");
    }
  }

  /**
   * Creates a view without defaults.
   *
   * @param name its name
   * @param entity what the rows are about
   * @param schema the columns
   * @param freshness how long values are good for
   * @return the view
   */
  public static FeatureView of(
      String name, Entity entity, FeatureSchema schema, Freshness freshness) {
    return new FeatureView(name, entity, schema, freshness, Map.of());
  }

  /**
   * Returns the same view with defaults.
   *
   * @param newDefaults values by the name of their feature
   * @return the view
   */
  public FeatureView withDefaults(Map<String, Float> newDefaults) {
    return new FeatureView(name, entity, schema, freshness, newDefaults);
  }

  /**
   * Returns the version: equal for equal views, different for views that differ in anything.
   *
   * @return SHA-256 of {@link #description()}, 64 hexadecimal digits
   */
  public String version() {
    byte[] text = description().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(text, text.length));
  }

  /**
   * Returns everything that the version stands for, one thing a line.
   *
   * @return the text that is hashed; the same on every machine
   */
  public String description() {
    StringBuilder text = new StringBuilder();
    text.append("view ").append(name).append('\n');
    text.append("entity ").append(entity.name()).append(' ').append(entity.keys()).append('\n');
    text.append("stale after ").append(freshness.staleAfter()).append('\n');
    text.append("time to live ").append(freshness.timeToLive()).append('\n');
    for (Feature feature : schema.features()) {
      text.append(
          "feature %s, categories %s, %s\n"
              .formatted(feature.name(), feature.categories(), feature.definition()));
    }
    new TreeMap<>(defaults)
        .forEach((feature, value) -> text.append("default %s %s\n".formatted(feature, value)));
    return text.toString();
  }
}
