package io.synkro.predict.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Writes a result for people. */
final class StudyText {
  private static final int MOST = 5;
  private static final int MOST_STEPS = 15;

  private final StudyResult result;
  private final StringBuilder text = new StringBuilder();

  StudyText(StudyResult result) {
    this.result = result;
  }

  String text() {
    List<TrialResult> ranked = result.ranked();
    long failed = count(TrialOutcome.Failed.class);
    line(
        "Study %s: %,d trials in %s (%,d complete, %,d pruned, %,d failed), %s",
        result.name(),
        result.trials().size(),
        words(result.duration()),
        ranked.size(),
        count(TrialOutcome.Pruned.class),
        failed,
        reason());
    if (ranked.isEmpty()) {
      line("No trial is complete, so there is no best one");
    } else {
      best(ranked.get(0));
      progress();
      line("Next best");
      ranked.stream().skip(1).limit(MOST).forEach(t -> line("  %s", summary(t)));
    }
    if (failed > 0) {
      failures();
    }
    return text.toString();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private long count(Class<? extends TrialOutcome> kind) {
    return result.trials().stream().filter(t -> kind.isInstance(t.outcome())).count();
  }

  private String reason() {
    return switch (result.end()) {
      case TRIALS -> "ended by the number of trials";
      case TIME -> "ended by the time budget";
      case SPACE -> "ended since every combination was tried";
    };
  }

  private void best(TrialResult best) {
    line(
        "Best: trial %d, %s (%s is better), in %s",
        best.number(),
        number(best.value().orElseThrow()),
        result.minimise() ? "less" : "more",
        words(best.duration()));
    int width =
        best.parameters().asMap().keySet().stream().mapToInt(String::length).max().orElse(1);
    best.parameters()
        .asMap()
        .forEach((name, value) -> line("  %-" + width + "s %s", name, shown(value)));
  }

  private void progress() {
    List<TrialResult> records = new ArrayList<>();
    for (TrialResult trial : result.trials()) {
      OptionalDouble value = trial.value();
      if (value.isPresent() && (records.isEmpty() || beats(value.getAsDouble(), records))) {
        records.add(trial);
      }
    }
    line("Best so far");
    records.stream()
        .skip(Math.max(0, records.size() - MOST_STEPS))
        .forEach(t -> line("  trial %d: %s", t.number(), number(t.value().orElseThrow())));
  }

  private boolean beats(double value, List<TrialResult> records) {
    double record = records.get(records.size() - 1).value().orElseThrow();
    return result.minimise() ? value < record : value > record;
  }

  private static String summary(TrialResult trial) {
    StringBuilder values = new StringBuilder();
    trial
        .parameters()
        .asMap()
        .forEach(
            (name, value) -> values.append(", ").append(name).append(' ').append(shown(value)));
    return "trial %d: %s%s".formatted(trial.number(), number(trial.value().orElseThrow()), values);
  }

  private void failures() {
    Map<String, Integer> reasons = new TreeMap<>();
    for (TrialResult trial : result.trials()) {
      if (trial.outcome() instanceof TrialOutcome.Failed failed) {
        reasons.merge(failed.reason(), 1, Integer::sum);
      }
    }
    line("Failed");
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .forEach(entry -> line("  %,d times: %s", entry.getValue(), entry.getKey()));
  }

  private static String shown(Object value) {
    return value instanceof Double real ? number(real) : String.valueOf(value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private static String words(Duration duration) {
    if (duration.toMinutes() == 0) {
      return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9);
    }
    return duration.toHours() == 0
        ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
        : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
  }
}
