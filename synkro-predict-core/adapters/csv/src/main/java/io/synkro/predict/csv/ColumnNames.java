package io.synkro.predict.csv;

import io.synkro.predict.internal.Require;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Other names for the columns of a stock or orders file, and values for columns that it lacks
 * because they never change. Immutable; safe for use by many threads.
 *
 * @param renamed name in the file by standard name
 * @param constants value by standard name
 */
public record ColumnNames(Map<String, String> renamed, Map<String, String> constants) {
  /** {@inheritDoc} */
  public ColumnNames {
    renamed = Map.copyOf(renamed);
    constants = Map.copyOf(constants);
  }

  /**
   * Creates the names that need no explanation.
   *
   * @return the standard names
   */
  public static ColumnNames standard() {
    return new ColumnNames(Map.of(), Map.of());
  }

  /**
   * Returns names with another column for a meaning.
   *
   * @param standard standard name, such as {@code customer}
   * @param inFile name in the file, such as {@code CustomerID}
   * @return a copy
   */
  public ColumnNames with(String standard, String inFile) {
    Require.identifier("column of " + standard, inFile);
    Map<String, String> copy = new HashMap<>(renamed);
    copy.put(standard, inFile);
    return new ColumnNames(copy, constants);
  }

  /**
   * Returns names with one identifier for all rows.
   *
   * @param standard standard name of the column that the file lacks, such as {@code warehouse}
   * @param value the identifier
   * @return a copy
   */
  public ColumnNames withConstant(String standard, String value) {
    Require.identifier(standard, value);
    Map<String, String> copy = new HashMap<>(constants);
    copy.put(standard, value);
    return new ColumnNames(renamed, copy);
  }

  String inFile(String standard) {
    return renamed.getOrDefault(standard, standard);
  }

  Optional<String> constant(String standard) {
    return Optional.ofNullable(constants.get(standard));
  }

  /** Refuses names that the file's kind does not know. */
  void requireKnown(java.util.List<String> known) {
    for (Map<String, String> names : java.util.List.of(renamed, constants)) {
      for (String name : names.keySet()) {
        Require.that(
            known.contains(name), "column", name, "must be one of " + known, "it is misspelt");
      }
    }
  }
}
