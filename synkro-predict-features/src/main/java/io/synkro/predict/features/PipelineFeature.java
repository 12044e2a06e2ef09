package io.synkro.predict.features;

/** A column of a {@link FeaturePipeline}: immutable, made by {@link Features}. */
public sealed interface PipelineFeature
    permits HistoryFeature, CalendarFeature, AttributeFeature, HorizonFeature, CombinedFeature {
  /**
   * Returns the name of the column.
   *
   * @return letters, digits and {@code _ . -}
   */
  String name();

  /**
   * Returns everything that determines the values; it goes into the version of the features.
   *
   * @return one line
   */
  String definition();

  /**
   * Returns the same feature under another name.
   *
   * @param newName letters, digits and {@code _ . -}
   * @return the feature
   */
  PipelineFeature as(String newName);
}
