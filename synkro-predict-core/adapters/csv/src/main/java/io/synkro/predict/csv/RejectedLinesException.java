package io.synkro.predict.csv;

import io.synkro.predict.SynkroPredictException;
import java.util.stream.Collectors;

/** More lines of a file were rejected than the limits of the reading tolerate. */
public final class RejectedLinesException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 10;

  /** Not part of the serial form: a report is for the process that read the file. */
  private final transient ReadReport report;

  /**
   * Creates an exception whose message shows the first ten lines.
   *
   * @param report what was read and what was rejected
   * @param tolerated number of lines that might have been rejected
   */
  public RejectedLinesException(ReadReport report, long tolerated) {
    super(message(report, tolerated));
    this.report = report;
  }

  private static String message(ReadReport report, long tolerated) {
    String lines =
        report.rejected().stream()
            .limit(SHOWN)
            .map(line -> "  " + line)
            .collect(Collectors.joining("\n"));
    long more = report.rejectedCount() - Math.min(SHOWN, report.rejected().size());
    return "%d of %d rows of %s were rejected; %d are tolerated:%n%s%s%nMaybe mend these lines, or tolerate up to %d."
        .formatted(
            report.rejectedCount(),
            report.rowsRead(),
            report.file(),
            tolerated,
            lines,
            more > 0 ? "\n  ... and %d more".formatted(more) : "",
            report.rejectedCount())
        .replace("\r\n", "\n");
  }

  /**
   * Returns what was read and what was rejected.
   *
   * @return the report
   */
  public ReadReport report() {
    return report;
  }
}
