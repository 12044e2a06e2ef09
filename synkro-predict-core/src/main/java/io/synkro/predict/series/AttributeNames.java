package io.synkro.predict.series;

/** Names of the attributes that this library gives a meaning to; any other name is just a text. */
public final class AttributeNames {
  /** Whether the product is not sold any more: {@code true} = yes, anything else = no. */
  public static final String DISCONTINUED = "discontinued";

  private AttributeNames() {}
}
