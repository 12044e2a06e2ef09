package io.synkro.predict.forecast;

import io.synkro.predict.demand.DemandChange;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.univariate.DemandClass;
import io.synkro.predict.univariate.DemandProfile;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a forecast model learnt from, which methods it uses and why, and how well it did: for those
 * who must trust its numbers. Immutable.
 *
 * @param series number of series
 * @param observations number of observed steps
 * @param frequency length of a step
 * @param from start of the first step
 * @param to start of the last step
 * @param classes number of series of each class of demand
 * @param changes number of values that were changed or left out before learning, by their reason
 * @param horizon steps ahead
 * @param backtest what the backtest found
 */
public record ModelCard(
    int series,
    long observations,
    Frequency frequency,
    LocalDateTime from,
    LocalDateTime to,
    Map<DemandClass, Integer> classes,
    Map<String, Integer> changes,
    int horizon,
    BacktestReport backtest) {
  /** {@inheritDoc} */
  public ModelCard {
    classes = Collections.unmodifiableMap(new EnumMap<>(classes));
    changes = Map.copyOf(changes);
  }

  static ModelCard of(
      SeriesPanel demand, List<DemandChange> changed, int horizon, BacktestReport backtest) {
    Map<DemandClass, Integer> classes = new EnumMap<>(DemandClass.class);
    long observations = 0;
    int first = demand.end();
    for (int i = 0; i < demand.size(); i++) {
      DemandProfile profile = DemandProfile.of(demand.id(i), demand.values(i));
      classes.merge(profile.demandClass(), 1, Integer::sum);
      observations += profile.steps();
      first = Math.min(first, demand.start(i));
    }
    return new ModelCard(
        demand.size(),
        observations,
        demand.axis().frequency(),
        demand.axis().at(first),
        demand.axis().at(demand.end() - 1L),
        classes,
        changed.stream().collect(Collectors.toMap(c -> c.reason().text(), c -> 1, Integer::sum)),
        horizon,
        backtest);
  }

  /**
   * Writes the card.
   *
   * @return Markdown
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "# Model card: demand forecast");
    line(text, "");
    line(
        text,
        "Learnt from %d series with %d %s observations, %s to %s; forecasts %d steps ahead.",
        series,
        observations,
        frequency.name().toLowerCase(Locale.ROOT),
        from,
        to,
        horizon);
    line(text, "Demand: %s.", counted(classes));
    if (!changes.isEmpty()) {
      line(text, "Values that are no demand as they stand: %s.", counted(changes));
    }
    methods(text);
    intervals(text);
    return text.toString();
  }

  private static String counted(Map<?, Integer> counts) {
    return counts.entrySet().stream()
        .map(e -> e.getValue() + " " + words(e.getKey()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String words(Object name) {
    return name.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void methods(StringBuilder text) {
    line(text, "");
    line(text, "## Methods");
    for (MethodChoice choice : backtest.choices()) {
      line(text, "");
      line(text, "**%s**: %s. %s", choice.demand(), choice.method(), choice.reason());
    }
    line(text, "");
    line(
        text,
        "Backtest of %d origins, %d observations; the least values are the best.",
        backtest.origins(),
        backtest.observations());
    line(text, "");
    line(text, "| method | WAPE | RMSSE | MASE | bias |");
    line(text, "|---|---|---|---|---|");
    for (MemberAccuracy member : backtest.members()) {
      line(
          text,
          "| %s | %.4f | %.4f | %.4f | %+.1f %% |",
          member.name(),
          member.wape(),
          member.rmsse(),
          member.mase(),
          100 * member.bias());
    }
  }

  private void intervals(StringBuilder text) {
    IntervalAccuracy intervals = backtest.intervals();
    line(text, "");
    line(text, "## Intervals");
    line(text, "");
    if (Double.isNaN(intervals.coverage())) {
      line(text, "The history has room for one origin alone, so that they could not be judged.");
      return;
    }
    line(
        text,
        "The %.0f %% interval held %.1f %% of the demand. Weighted quantile loss %.4f, CRPS %.4g"
            + " units, mean scaled interval score %.3g.",
        100 * intervals.level(),
        100 * intervals.coverage(),
        intervals.weightedQuantileLoss(),
        intervals.crps(),
        intervals.msis());
  }

  private static void line(StringBuilder text, String format, Object... values) {
    String line = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    text.append(line).append('\n');
  }
}
