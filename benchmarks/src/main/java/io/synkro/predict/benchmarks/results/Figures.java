package io.synkro.predict.benchmarks.results;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the figures of one command, prints each beside its reference, and writes the file. */
public final class Figures {
  private final String name;
  private final String command;
  private final String date;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * Creates an empty collection.
   *
   * @param name name of the result file without its ending
   * @param command the command that measures, as a user types it
   * @param clock tells the date
   * @param out where to print
   */
  public Figures(String name, String command, Clock clock, PrintStream out) {
    this.name = name;
    this.command = command;
    this.date = LocalDate.now(clock).toString();
    this.out = out;
  }

  /**
   * Adds a figure without a reference.
   *
   * @param set data set or scenario
   * @param metric what is measured
   * @param ours our figure
   * @param bar such as {@code "<= 90"}; empty if it is only reported
   * @param unit its unit
   */
  public void add(String set, String metric, double ours, String bar, String unit) {
    add(new Figure(set, metric, ours, null, "", bar, unit, command, date));
  }

  /**
   * Adds a figure beside a reference, without a bar.
   *
   * @param set data set or scenario
   * @param metric what is measured
   * @param ours our figure
   * @param reference the reference's figure
   * @param source what the reference is
   * @param unit unit of both
   */
  public void add(
      String set, String metric, double ours, double reference, String source, String unit) {
    add(new Figure(set, metric, ours, reference, source, "", unit, command, date));
  }

  /**
   * Adds a figure beside a reference, with a bar of its own.
   *
   * @param figure the figure without command and date
   */
  public void add(Measured figure) {
    add(
        new Figure(
            figure.set(),
            figure.metric(),
            figure.ours(),
            figure.reference(),
            figure.source(),
            figure.bar(),
            figure.unit(),
            command,
            date));
  }

  /**
   * A figure beside a reference, with a bar of its own.
   *
   * @param set data set or scenario
   * @param metric what is measured
   * @param ours our figure
   * @param reference the reference's figure
   * @param source what the reference is
   * @param bar such as {@code "<= 90"}
   * @param unit unit of both
   */
  public record Measured(
      String set,
      String metric,
      double ours,
      double reference,
      String source,
      String bar,
      String unit) {}

  /**
   * Adds a figure that must be below a reference of the same run.
   *
   * @param set data set or scenario
   * @param metric what is measured
   * @param ours our figure
   * @param reference the reference's figure
   * @param source what the reference is
   */
  public void addBelow(String set, String metric, double ours, double reference, String source) {
    String bar = String.format(Locale.ROOT, "< %.4f", reference);
    add(new Figure(set, metric, ours, reference, source, bar, "ratio", command, date));
  }

  private void add(Figure figure) {
    figures.add(figure);
    out.printf(
        Locale.ROOT,
        "%-22s %-26s %12.4f %s %s%n",
        figure.set(),
        figure.metric(),
        figure.ours(),
        figure.unit(),
        figure.bar().isEmpty() ? "" : "(bar " + figure.bar() + ": met " + figure.met() + ")");
  }

  /**
   * Writes the file.
   *
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path write() throws IOException {
    return ResultFile.write(name, figures);
  }
}
