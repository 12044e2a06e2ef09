package io.synkro.predict.optimize.linear;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an MPS file says, until the end of the file allows to make a model of it. */
final class MpsContent {
  /** Numbers from here on mean infinity in MPS files. */
  private static final double INFINITE = 1e20;

  private static final int OBJECTIVE = -1;
  private static final int DROPPED = -2;

  private final Map<String, Integer> rowOf = new HashMap<>();
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Map<String, String> sets = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private String name = "";
  private boolean objectiveNamed;
  private double offset;
  private boolean integers;

  /** A row; {@code range} is what the RANGES section says of it. */
  private static final class Row {
    final String name;
    final char type;
    double side;
    @Nullable Double range;
    final List<Term> terms = new ArrayList<>();

    Row(String name, char type) {
      this.name = name;
      this.type = type;
    }

    double lower() {
      return switch (type) {
        case 'L' -> range == null ? Double.NEGATIVE_INFINITY : side - Math.abs(range);
        case 'E' -> range == null || range > 0 ? side : side - Math.abs(range);
        default -> side;
      };
    }

    double upper() {
      return switch (type) {
        case 'G' -> range == null ? Double.POSITIVE_INFINITY : side + Math.abs(range);
        case 'E' -> range == null || range < 0 ? side : side + Math.abs(range);
        default -> side;
      };
    }
  }

  private record Term(int column, double value) {}

  private static final class Column {
    final String name;
    boolean integer;
    double cost;
    double lower;
    double upper = Double.POSITIVE_INFINITY;
    boolean bounded;
    boolean lowerGiven;

    Column(String name, boolean integer) {
      this.name = name;
      this.integer = integer;
    }

    double upper() {
      return integer && !bounded ? 1 : upper;
    }
  }

  void name(String text) {
    name = text;
  }

  void row(String type, String rowName) {
    Require.that(
        type.length() == 1 && "NLGE".contains(type),
        "type of a row",
        type,
        "must be N, L, G or E",
        "");
    int position = rows.size();
    if (type.equals("N")) {
      position = objectiveNamed ? DROPPED : OBJECTIVE;
      objectiveNamed = true;
    } else {
      rows.add(new Row(rowName, type.charAt(0)));
    }
    Require.that(
        rowOf.put(rowName, position) == null, "name of a row", rowName, "must be given once", "");
  }

  void marker(String kind) {
    Require.that(
        kind.equals("'INTORG'") || kind.equals("'INTEND'"),
        "marker",
        kind,
        "must be 'INTORG' or 'INTEND'",
        "");
    integers = kind.equals("'INTORG'");
  }

  /** Starts a column, or goes on with the last one. */
  void column(String columnName) {
    if (columns.isEmpty() || !columns.get(columns.size() - 1).name.equals(columnName)) {
      Require.that(
          columnOf.put(columnName, columns.size()) == null,
          "name of a column",
          columnName,
          "must stand in one place",
          "sort the lines by column");
      columns.add(new Column(columnName, integers));
    }
  }

  void coefficient(String rowName, double value) {
    int row = find(rowOf, "row", rowName);
    if (row == OBJECTIVE) {
      columns.get(columns.size() - 1).cost += value;
    } else if (row != DROPPED) {
      rows.get(row).terms.add(new Term(columns.size() - 1, value));
    }
  }

  /** Notes the set of a section; files with more than one describe more than one model. */
  void set(String section, String setName) {
    String first = sets.putIfAbsent(section, setName);
    Require.that(
        first == null || first.equals(setName),
        "set of section " + section,
        setName,
        "must be the same in all lines",
        "remove the lines of other sets than " + first);
  }

  void side(String section, String rowName, double value) {
    int row = find(rowOf, "row", rowName);
    boolean range = section.equals("RANGES");
    if (row == OBJECTIVE && !range) {
      offset = -value;
    } else if (row >= 0 && range) {
      rows.get(row).range = value;
    } else if (row >= 0) {
      rows.get(row).side = value;
    }
  }

  boolean isColumn(String columnName) {
    return columnOf.containsKey(columnName);
  }

  void bound(String type, String columnName, double value) {
    Column column = columns.get(find(columnOf, "column", columnName));
    double finite =
        Math.abs(value) >= INFINITE ? Math.copySign(Double.POSITIVE_INFINITY, value) : value;
    column.bounded = true;
    switch (type) {
      case "LO", "LI" -> lower(column, finite);
      case "UP", "UI" -> {
        column.upper = finite;
        if (finite < 0 && !column.lowerGiven) {
          column.lower = Double.NEGATIVE_INFINITY;
        }
      }
      case "FX" -> {
        lower(column, finite);
        column.upper = finite;
      }
      case "FR" -> {
        lower(column, Double.NEGATIVE_INFINITY);
        column.upper = Double.POSITIVE_INFINITY;
      }
      case "MI" -> lower(column, Double.NEGATIVE_INFINITY);
      case "PL" -> column.upper = Double.POSITIVE_INFINITY;
      case "BV" -> {
        lower(column, 0);
        column.upper = 1;
      }
      default ->
          throw new InvalidInputException(
              "type of a bound", type, "must be LO, UP, FX, FR, MI, PL, BV, LI or UI", "");
    }
    column.integer |= type.equals("BV") || type.equals("LI") || type.equals("UI");
  }

  private static void lower(Column column, double value) {
    column.lower = value;
    column.lowerGiven = true;
  }

  private static int find(Map<String, Integer> positions, String what, String searched) {
    Integer position = positions.get(searched);
    if (position == null) {
      throw new InvalidInputException(what, searched, "must have been named before", "");
    }
    return position;
  }

  LinearModel build() {
    LinearModelBuilder builder = LinearModel.builder(name).offset(offset);
    for (Column column : columns) {
      builder.column(
          new LinearColumn(column.name, column.lower, column.upper(), column.cost, column.integer));
    }
    for (Row row : rows) {
      LinearModelBuilder.Row built = builder.row(row.name);
      row.terms.forEach(term -> built.term(term.column(), term.value()));
      built.between(row.lower(), row.upper());
    }
    return builder.build();
  }
}
