package io.synkro.predict;

/** A value that breaks the contract of the method or type it was given to. */
public final class InvalidInputException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String value;
  private final String limit;

  /**
   * Creates an exception whose message reads "name (value) limit. Maybe remedy."
   *
   * @param name name of the refused argument, field or column
   * @param value the refused value as text
   * @param limit what the value must be, such as "must be positive"
   * @param remedy what to try, such as "give the lead time in days"; empty if there is nothing to
   *     add
   */
  public InvalidInputException(String name, String value, String limit, String remedy) {
    super(
        "%s (%s) %s.%s"
            .formatted(name, value, limit, remedy.isEmpty() ? "" : " Maybe " + remedy + "."));
    this.name = name;
    this.value = value;
    this.limit = limit;
  }

  /**
   * Returns the name of the refused argument, field or column.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the refused value as text.
   *
   * @return the value
   */
  public String value() {
    return value;
  }

  /**
   * Returns what the value must be.
   *
   * @return the limit, such as "must be positive"
   */
  public String limit() {
    return limit;
  }
}
