package io.synkro.predict.features.offline;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.offline.internal.KeyDictionary;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import java.util.Arrays;
import java.util.List;

/** Joins one view to rows; threads may do different rows at the same time. */
final class ViewJoin {
  private static final byte MISSING = StatusCode.of(FeatureStatus.MISSING);
  private static final byte DEFAULTED = StatusCode.of(FeatureStatus.DEFAULTED);

  private final FeatureHistory history;
  private final EntityRows rows;
  private final boolean eventTimeOnly;
  private final int[] keyOfCode;
  private final float[] defaults;
  private final JoinedView joined;
  private final float[][] values;
  private final byte[][] statuses;

  ViewJoin(FeatureHistory history, EntityRows rows, boolean eventTimeOnly) {
    this.history = history;
    this.rows = rows;
    this.eventTimeOnly = eventTimeOnly;
    this.keyOfCode = keys(history, rows);
    List<String> names = history.selection().features();
    this.defaults = new float[names.size()];
    for (int c = 0; c < defaults.length; c++) {
      defaults[c] = history.selection().view().defaults().getOrDefault(names.get(c), Float.NaN);
    }
    this.joined = new JoinedView(history, rows.size());
    this.values = new float[names.size()][rows.size()];
    this.statuses = new byte[names.size()][rows.size()];
  }

  /** Returns for each key of the rows its position in the history, or -1. */
  private static int[] keys(FeatureHistory history, EntityRows rows) {
    int[] parts = parts(history.selection().view(), rows);
    KeyDictionary dictionary = rows.dictionary();
    boolean whole = parts.length == rows.entity().keys().size() && isIdentity(parts);
    int[] keys = new int[dictionary.size()];
    for (int code = 0; code < keys.length; code++) {
      String text = dictionary.text(code);
      keys[code] = history.index().find(whole ? text : pick(text, parts));
    }
    return keys;
  }

  private static int[] parts(FeatureView view, EntityRows rows) {
    List<String> given = rows.entity().keys();
    int[] parts = new int[view.entity().keys().size()];
    for (int p = 0; p < parts.length; p++) {
      String key = view.entity().keys().get(p);
      parts[p] = given.indexOf(key);
      if (parts[p] < 0) {
        throw new InvalidInputException(
            "entity " + rows.entity().name(),
            String.valueOf(given),
            "must have the key %s of view %s".formatted(key, view.name()),
            "give rows whose entity has it");
      }
    }
    return parts;
  }

  private static boolean isIdentity(int[] parts) {
    for (int p = 0; p < parts.length; p++) {
      if (parts[p] != p) {
        return false;
      }
    }
    return true;
  }

  private static String pick(String text, int[] parts) {
    List<String> all = EntityKey.ofJoined(text).parts();
    return EntityKey.of(Arrays.stream(parts).mapToObj(all::get).toArray(String[]::new)).joined();
  }

  /** Joins the rows from one position to another, the latter excluded. */
  void join(int from, int to) {
    Freshness freshness = history.selection().view().freshness();
    for (int row = from; row < to; row++) {
      long asOf = rows.asOfMillis(row);
      long knownBy = eventTimeOnly ? Long.MAX_VALUE : rows.knownByMillis(row);
      int position = history.index().find(keyOfCode[rows.code(row)], asOf, knownBy);
      long event = position < 0 ? Long.MIN_VALUE : history.index().event(position);
      long known = position < 0 ? Long.MIN_VALUE : history.index().known(position);
      FeatureStatus status = position < 0 ? FeatureStatus.MISSING : freshness.of(event, asOf);
      byte rowStatus = StatusCode.of(status);
      joined.set(row, event, known, rowStatus);
      boolean served = status == FeatureStatus.FRESH || status == FeatureStatus.STALE;
      for (int c = 0; c < values.length; c++) {
        float written = position < 0 ? Float.NaN : history.value(position, c);
        byte valueStatus = Float.isNaN(written) ? MISSING : rowStatus;
        float value = written;
        if (!served || Float.isNaN(written)) {
          value = defaults[c];
          valueStatus = Float.isNaN(value) ? valueStatus : DEFAULTED;
        }
        values[c][row] = value;
        statuses[c][row] = valueStatus;
      }
    }
  }

  JoinedView joined() {
    return joined;
  }

  List<float[]> values() {
    return List.of(values);
  }

  List<byte[]> statuses() {
    return List.of(statuses);
  }
}
