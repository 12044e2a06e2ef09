package io.synkro.predict.features.parity;

import java.util.List;

/**
 * Vectors that were served by another version of the features, and are not compared. Immutable.
 *
 * @param version version of their pipeline
 * @param vectors how many there are
 * @param differences what sets its definitions apart from the ones checked, one line each
 */
public record OtherVersion(String version, int vectors, List<String> differences) {
  /** {@inheritDoc} */
  public OtherVersion {
    differences = List.copyOf(differences);
  }
}
