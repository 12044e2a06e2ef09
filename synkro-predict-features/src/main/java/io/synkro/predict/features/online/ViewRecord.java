package io.synkro.predict.features.online;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A view in a log: byte {@link #KIND}, int32 number of the view, int32 how many entities follow in
 * the snapshot, the texts that make up the view, and of each duration int64 seconds and int32
 * nanoseconds, of each feature int32 categories, of each default float32.
 *
 * @param id number by which batches refer to the view
 * @param expected how many entities to make room for
 * @param view the view
 */
record ViewRecord(int id, int expected, FeatureView view) {
  static final byte KIND = 1;
  private static final int DURATION = Long.BYTES + Integer.BYTES;

  ByteBuffer encode() {
    List<byte[]> texts = new ArrayList<>();
    texts.add(Bytes.utf8(view.name()));
    texts.add(Bytes.utf8(view.entity().name()));
    view.entity().keys().forEach(key -> texts.add(Bytes.utf8(key)));
    List<byte[]> columns = new ArrayList<>();
    for (Feature feature : view.schema().features()) {
      columns.add(Bytes.utf8(feature.name()));
      columns.add(Bytes.utf8(feature.definition()));
    }
    List<String> defaulted = List.copyOf(view.defaults().keySet());
    List<byte[]> defaults = defaulted.stream().map(Bytes::utf8).toList();
    int numbers = Integer.BYTES * (view.schema().size() + defaults.size() + 2) + 2 * DURATION;
    int size = 1 + numbers;
    for (List<byte[]> each : List.of(texts, columns, defaults)) {
      size += Bytes.textsSize(each);
    }
    ByteBuffer record = Bytes.buffer(size).put(KIND).putInt(id).putInt(expected);
    Bytes.putTexts(record, texts);
    Bytes.putTexts(record, columns);
    view.schema().features().forEach(feature -> record.putInt(feature.categories()));
    put(record, view.freshness().staleAfter());
    put(record, view.freshness().timeToLive());
    Bytes.putTexts(record, defaults);
    defaulted.forEach(name -> record.putFloat(view.defaults().getOrDefault(name, Float.NaN)));
    return record.flip();
  }

  /** Reads what follows the kind. */
  static ViewRecord decode(ByteBuffer record) {
    int id = record.getInt();
    int expected = record.getInt();
    List<String> texts = Bytes.texts(record);
    List<String> columns = Bytes.texts(record);
    List<Feature> features = new ArrayList<>();
    for (int c = 0; c < columns.size(); c += 2) {
      features.add(new Feature(columns.get(c), record.getInt(), columns.get(c + 1)));
    }
    Freshness freshness = new Freshness(duration(record), duration(record));
    Map<String, Float> defaults = new HashMap<>();
    for (String name : Bytes.texts(record)) {
      defaults.put(name, record.getFloat());
    }
    Entity entity = new Entity(texts.get(1), texts.subList(2, texts.size()));
    FeatureView view =
        new FeatureView(texts.get(0), entity, new FeatureSchema(features), freshness, defaults);
    return new ViewRecord(id, expected, view);
  }

  private static void put(ByteBuffer record, Duration duration) {
    record.putLong(duration.getSeconds()).putInt(duration.getNano());
  }

  private static Duration duration(ByteBuffer record) {
    return Duration.ofSeconds(record.getLong(), record.getInt());
  }
}
