package io.synkro.predict.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of the columns of a file. */
final class Header {
  private static final int SHOWN = 40;

  private final Path file;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  Header(Path file, Row row) {
    this.file = file;
    for (int field = 0; field < row.size(); field++) {
      String name = row.text(field).strip();
      names.add(name);
      if (name.isEmpty()) {
        throw new UnreadableFileException(
            file,
            row.line(),
            "column %d of the header has no name".formatted(field + 1),
            "the header line is missing or a column was left over");
      }
      Integer first = positions.putIfAbsent(name, field);
      if (first != null) {
        throw new UnreadableFileException(
            file,
            row.line(),
            "the header names column \"%s\" twice, as columns %d and %d"
                .formatted(RejectedCell.abbreviated(name), first + 1, field + 1),
            "rename one of them");
      }
    }
  }

  int size() {
    return names.size();
  }

  List<String> names() {
    return names;
  }

  String name(int column) {
    return names.get(column);
  }

  /** Position of a column, or -1. */
  int find(String name) {
    return positions.getOrDefault(name, -1);
  }

  int require(String name) {
    int position = find(name);
    if (position < 0) {
      throw new UnreadableFileException(
          file,
          1,
          "the header has no column \"%s\"; it has %s".formatted(name, shown()),
          closest(name)
              .map(near -> "\"%s\" is meant: rename it, or name it in a mapping".formatted(near))
              .orElse("add the column, or name the right one in a mapping"));
    }
    return position;
  }

  private String shown() {
    return shown(names);
  }

  /** The first names of many, for messages. */
  static String shown(Collection<String> names) {
    String list =
        String.join(", ", names.stream().limit(SHOWN).map(RejectedCell::abbreviated).toList());
    return names.size() > SHOWN
        ? String.format(Locale.ROOT, "%s and %,d more", list, names.size() - SHOWN)
        : list;
  }

  private Optional<String> closest(String wanted) {
    return closest(wanted, names);
  }

  /** The name that differs in at most a third of its characters, whatever their case. */
  static Optional<String> closest(String wanted, Iterable<String> names) {
    String best = null;
    int least = Math.max(1, wanted.length() / 3) + 1;
    for (String name : names) {
      int distance = name.length() > 64 ? Integer.MAX_VALUE : distance(plain(wanted), plain(name));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
  }

  /** Levenshtein's distance, in one row of the table. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
