package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.FeatureStatus;
import java.util.List;

/** Statuses in a byte each, since there may be many; the ids of training sets depend on them. */
final class StatusCode {
  private static final List<FeatureStatus> STATUSES =
      List.of(
          FeatureStatus.FRESH,
          FeatureStatus.STALE,
          FeatureStatus.EXPIRED,
          FeatureStatus.MISSING,
          FeatureStatus.DEFAULTED);

  private StatusCode() {}

  static byte of(FeatureStatus status) {
    return (byte) STATUSES.indexOf(status);
  }

  static FeatureStatus status(byte code) {
    return STATUSES.get(code);
  }
}
