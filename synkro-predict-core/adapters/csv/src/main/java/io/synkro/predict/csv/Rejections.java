package io.synkro.predict.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Counts rejected lines and keeps those that come first in the file. */
final class Rejections {
  private static final Comparator<RejectedLine> BY_LINE =
      Comparator.comparingLong(RejectedLine::line);

  private final Path file;
  private final ReadLimits limits;

  /** The listed line that comes last in the file is on top, ready to give way to an earlier one. */
  private final PriorityQueue<RejectedLine> listed = new PriorityQueue<>(BY_LINE.reversed());

  private final List<String> notes = new ArrayList<>();
  private long count;
  private long rowsRead;
  private long duplicatesSummed;
  private long negativeUnits;

  Rejections(Path file, ReadLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  void rowRead() {
    rowsRead++;
  }

  void summed() {
    duplicatesSummed++;
  }

  void negative() {
    negativeUnits++;
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  void reject(RejectedCell cell, long line) {
    count++;
    listed.add(cell.at(file.toString(), line));
    if (listed.size() > limits.maxListed()) {
      listed.remove();
    }
  }

  /** Fails if more was rejected than is tolerated, or if nothing is left. */
  void check() {
    if (count > limits.maxRejected() || (count > 0 && count == rowsRead)) {
      throw new RejectedLinesException(report(), limits.maxRejected());
    }
    if (rowsRead == 0) {
      throw new UnreadableFileException(
          file, 0, "the file has a header and no rows", "the export was cut off; repeat it");
    }
  }

  ReadReport report() {
    List<RejectedLine> lines = new ArrayList<>(listed);
    lines.sort(BY_LINE);
    return new ReadReport(
        file.toString(),
        rowsRead,
        rowsRead - count,
        count,
        lines,
        duplicatesSummed,
        negativeUnits,
        notes);
  }
}
