package io.synkro.predict.examples.job;

import io.synkro.predict.csv.OrdersFile;
import io.synkro.predict.csv.ReadReport;
import io.synkro.predict.csv.StockFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was read and what is odd in it, for people. */
final class DataText {
  private DataText() {}

  static String of(JobResult result) {
    JobInput input = result.input();
    StringBuilder text = new StringBuilder();
    Stream.of(
            Stream.of(input.sales().report()),
            input.stock().map(StockFile::report).stream(),
            input.orders().map(OrdersFile::report).stream())
        .flatMap(reports -> reports)
        .forEach(report -> text.append(named(report)).append('\n'));
    return text.append(result.quality().text()).toString();
  }

  /** Whoever reads the results knows the files by their names, wherever they were read. */
  private static String named(ReadReport report) {
    return report.text().replace(report.file(), Text.fileName(Path.of(report.file())));
  }

  /** The same as a list: examples, which are indented, join the line above them. */
  static List<String> bullets(JobResult result) {
    List<String> bullets = new ArrayList<>();
    for (String line : of(result).lines().filter(text -> !text.isBlank()).toList()) {
      int last = bullets.size() - 1;
      if (line.startsWith("  ") && last >= 0) {
        String above = bullets.get(last);
        bullets.set(
            last, above + (above.contains(", such as ") ? "; " : ", such as ") + line.strip());
      } else {
        bullets.add(line);
      }
    }
    return bullets;
  }
}
