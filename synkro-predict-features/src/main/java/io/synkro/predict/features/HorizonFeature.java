package io.synkro.predict.features;

/**
 * How many steps ahead the target lies.
 *
 * @param name name of the column
 */
record HorizonFeature(String name) implements PipelineFeature {
  @Override
  public String definition() {
    return "horizon";
  }

  @Override
  public HorizonFeature as(String newName) {
    return new HorizonFeature(newName);
  }
}
