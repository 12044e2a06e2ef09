package io.synkro.predict.csv;

/**
 * Carries a refusal from a cell up to the loop over the rows, which lists it. It has no stack
 * trace, because a bad file may throw a million of them.
 */
final class RejectedCell extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String value;
  private final String reason;

  RejectedCell(String column, String value, String limit, String remedy) {
    super(limit, null, false, false);
    this.column = column;
    this.value = abbreviated(value);
    this.reason = limit + "." + (remedy.isEmpty() ? "" : " Maybe " + remedy + ".");
  }

  RejectedLine at(String file, long line) {
    return new RejectedLine(file, line, column, value, reason);
  }

  static String abbreviated(String value) {
    String head = value.length() <= 200 ? value : value.substring(0, 200);
    String printable = head.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= 80 ? printable : printable.substring(0, 77) + "...";
  }
}
