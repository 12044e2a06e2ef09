package io.synkro.predict.features.offline;

import io.synkro.predict.features.offline.internal.Rows;
import io.synkro.predict.features.offline.internal.SortedRows;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.internal.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Writes a batch as a segment; {@link SegmentHeader} explains the format. Values are encoded twice,
 * first for the checksums that the header holds, so that no copy of the batch is needed.
 */
final class SegmentWriter {
  private final FeatureBatch batch;
  private final SortedRows rows;
  private final byte[][] keys;

  /** Sorts a batch of a view; refuses what must not get into a store. */
  SegmentWriter(FeatureView view, FeatureBatch batch) {
    BatchCheck.values(view, batch);
    this.batch = batch;
    Rows unsorted = new Rows(batch.rows(), 0);
    unsorted.add(batch, new int[0]);
    rows = SortedRows.of(unsorted);
    BatchCheck.keys(view, rows);
    keys = new byte[rows.keys()][];
    for (int k = 0; k < keys.length; k++) {
      keys[k] = rows.key(k).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Writes the batch to a new file, which is on the disk when this returns. */
  Segment write(Path folder) throws IOException {
    SegmentHeader header = header();
    String name = UUID.randomUUID() + ".seg";
    AtomicFile.write(
        folder.resolve(name),
        out -> {
          out.write(header.encode());
          writeSections(new SegmentSink(out));
        });
    Folders.sync(folder);
    TimeRange events = TimeRange.NONE;
    TimeRange known = TimeRange.NONE;
    for (int row = 0; row < batch.rows(); row++) {
      events = events.with(batch.eventMillis(row));
      known = known.with(batch.knownMillis(row));
    }
    return new Segment(name, batch.rows(), events, known, header.text());
  }

  private SegmentHeader header() throws IOException {
    int textBytes = 0;
    for (byte[] key : keys) {
      textBytes = Math.addExact(textBytes, key.length);
    }
    int[] sizes = {batch.rows(), keys.length, textBytes, batch.values().schema().size()};
    return new SegmentHeader(
        sizes, writeSections(new SegmentSink(OutputStream.nullOutputStream())));
  }

  /** Returns the checksums of the sections. */
  private int[] writeSections(SegmentSink sink) throws IOException {
    int[] checksums = new int[SegmentHeader.FEATURES + batch.values().schema().size()];
    writeDictionary(sink);
    checksums[SegmentHeader.DICTIONARY] = sink.endSection();
    for (int k = 0; k <= keys.length; k++) {
      sink.putInt(rows.start(k));
    }
    checksums[SegmentHeader.STARTS] = sink.endSection();
    for (int r = 0; r < rows.rows(); r++) {
      sink.putLong(rows.event(r));
    }
    checksums[SegmentHeader.EVENTS] = sink.endSection();
    for (int r = 0; r < rows.rows(); r++) {
      sink.putLong(rows.known(r));
    }
    checksums[SegmentHeader.KNOWN] = sink.endSection();
    for (int c = 0; c < batch.values().schema().size(); c++) {
      for (int r = 0; r < rows.rows(); r++) {
        sink.putFloat(batch.values().value(rows.order(r), c));
      }
      checksums[SegmentHeader.FEATURES + c] = sink.endSection();
    }
    return checksums;
  }

  private void writeDictionary(SegmentSink sink) throws IOException {
    int start = 0;
    for (byte[] key : keys) {
      sink.putInt(start);
      start += key.length;
    }
    sink.putInt(start);
    for (byte[] key : keys) {
      sink.put(key);
    }
  }
}
