package io.synkro.predict.features;

/**
 * A static attribute of a series, as a category.
 *
 * @param name name of the column
 * @param attribute name of the attribute
 */
record AttributeFeature(String name, String attribute) implements PipelineFeature {
  @Override
  public String definition() {
    return "attribute " + Channel.quoted(attribute);
  }

  @Override
  public AttributeFeature as(String newName) {
    return new AttributeFeature(newName, attribute);
  }
}
