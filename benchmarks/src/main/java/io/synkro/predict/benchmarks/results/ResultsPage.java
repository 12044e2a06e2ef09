package io.synkro.predict.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes {@code benchmarks/RESULTS.md} from all result files, so that the two cannot disagree. */
public final class ResultsPage {
  private static final String HEAD =
      """
      # Results

      Written by `ResultsPage` from the files in `results`; do not edit. Each row names the command
      that measured it, to be run from the root of the repository after `mvn -q -B -DskipTests package`.
      """;

  private ResultsPage() {}

  /**
   * Writes the page.
   *
   * @param args none
   * @throws IOException if a file cannot be read or the page not be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = ResultFile.folder();
    Files.writeString(folder.resolveSibling("RESULTS.md"), of(folder));
  }

  /**
   * Makes the page.
   *
   * @param folder holds the result files
   * @return the page in Markdown
   * @throws IOException if a file cannot be read
   */
  public static String of(Path folder) throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    for (Path file : files) {
      section(page, file);
    }
    return page.toString();
  }

  private static void section(StringBuilder page, Path file) throws IOException {
    List<Figure> figures = ResultFile.read(file);
    String name = String.valueOf(file.getFileName()).replace(".json", "");
    page.append("\n## ").append(name).append("\n");
    String command = "";
    for (Figure figure : figures) {
      if (!figure.command().equals(command)) {
        command = figure.command();
        page.append("\n```sh\n").append(command).append("\n```\n\n");
        page.append("| set | metric | ours | reference | bar | met | unit | date |\n");
        page.append("|---|---|--:|--:|---|---|---|---|\n");
      }
      page.append(row(figure));
    }
  }

  private static String row(Figure figure) {
    Double reference = figure.reference();
    String beside =
        reference == null ? "" : number(reference) + " (" + figure.referenceSource() + ")";
    return "| %s | %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            figure.set(),
            figure.metric(),
            number(figure.ours()),
            beside,
            figure.bar(),
            figure.met(),
            figure.unit(),
            figure.date())
        .replace("\r\n", "\n");
  }

  private static String number(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
