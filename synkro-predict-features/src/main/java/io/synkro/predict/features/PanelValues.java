package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.SeriesPanel;
import org.jspecify.annotations.Nullable;

/** The numbers of single series of a panel that a channel looks at. */
final class PanelValues {
  private final SeriesPanel panel;
  private final @Nullable Covariate covariate;

  PanelValues(SeriesPanel panel, Channel channel) {
    this.panel = panel;
    String name = channel.covariate();
    this.covariate = name.isEmpty() ? null : covariate(panel, name);
  }

  static Covariate covariate(SeriesPanel panel, String name) {
    return panel
        .covariate(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "covariate",
                    name,
                    "must be a covariate of the panel",
                    "use one of " + panel.covariates().stream().map(Covariate::name).toList()));
  }

  /** Refuses covariates whose values at the target are not known beforehand. */
  static void requirePlanned(SeriesPanel panel, String name) {
    if (covariate(panel, name).availability() != Availability.KNOWN_IN_FUTURE) {
      throw new InvalidInputException(
          "covariate",
          name,
          "must be known in the future, since a feature looks at it through the target",
          "use lag(1).of(\"%s\"), which looks at its past".formatted(name));
    }
  }

  /** How many values there are, those of future steps included. */
  int length(int series) {
    return panel.length(series) + (covariate == null ? 0 : covariate.futureSteps());
  }

  /** Copies all values of a series as floats. */
  void copy(int series, float[] target, int at) {
    if (covariate == null) {
      panel.copyFloats(series, target, at);
    } else {
      covariate.copyFloats(series, target, at);
    }
  }
}
