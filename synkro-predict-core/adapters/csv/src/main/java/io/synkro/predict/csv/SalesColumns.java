package io.synkro.predict.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where the columns of a mapping lie in the header of a file; -1 for those that are not there. */
final class SalesColumns {
  /** A covariate: its column, or -1 if the column depends on the product. */
  record Source(String name, int column, boolean share) {}

  private final Header header;
  private final SalesMapping mapping;
  private final Set<Integer> used = new HashSet<>();
  private final int product;
  private final int warehouse;
  private final int date;
  private final int units;
  private final int key;
  private final List<Source> covariates = new ArrayList<>();

  SalesColumns(Header header, SalesMapping mapping) {
    this.header = header;
    this.mapping = mapping;
    boolean joined = mapping.attributes().flatMap(AttributesFile::key).isPresent();
    boolean productJoined =
        joined && mapping.attributes().flatMap(AttributesFile::product).isPresent();
    boolean warehouseJoined =
        joined && mapping.attributes().flatMap(AttributesFile::warehouse).isPresent();
    this.product = productJoined ? -1 : identifier(SalesRole.PRODUCT);
    this.warehouse = warehouseJoined ? -1 : identifier(SalesRole.WAREHOUSE);
    this.date = used(header.require(mapping.column(SalesRole.DATE)));
    this.units = used(header.require(mapping.column(SalesRole.UNITS)));
    this.key = mapping.attributes().flatMap(AttributesFile::key).map(this::requireUsed).orElse(-1);
    addRole(SalesRole.PRICE);
    addRole(SalesRole.PROMOTION);
    addRole(SalesRole.IN_STOCK);
    addFurther();
  }

  private int requireUsed(String name) {
    return used(header.require(name));
  }

  private int used(int column) {
    used.add(column);
    return column;
  }

  private int identifier(SalesRole role) {
    return mapping.constant(role).isPresent() ? -1 : used(header.require(mapping.column(role)));
  }

  private void addRole(SalesRole role) {
    String name = mapping.column(role);
    boolean share = role != SalesRole.PRICE;
    if (name.contains(SalesMapping.PRODUCT_PLACE)) {
      markWide(name);
      covariates.add(new Source(role.column(), -1, share));
    } else if (mapping.names(role) || header.find(name) >= 0) {
      covariates.add(new Source(role.column(), requireUsed(name), share));
    }
  }

  /** Columns that the place of the product may stand for count as used. */
  private void markWide(String name) {
    int place = name.indexOf(SalesMapping.PRODUCT_PLACE);
    String before = name.substring(0, place);
    String after = name.substring(place + SalesMapping.PRODUCT_PLACE.length());
    for (int column = 0; column < header.size(); column++) {
      String candidate = header.name(column);
      if (candidate.length() > before.length() + after.length()
          && candidate.startsWith(before)
          && candidate.endsWith(after)) {
        used.add(column);
      }
    }
  }

  private void addFurther() {
    if (mapping.covariates().contains(SalesMapping.EVERY_OTHER_COLUMN)) {
      for (int column = 0; column < header.size(); column++) {
        if (!used.contains(column)) {
          covariates.add(new Source(header.name(column), used(column), false));
        }
      }
      return;
    }
    for (String name : mapping.covariates()) {
      covariates.add(new Source(name, requireUsed(name), false));
    }
  }

  int product() {
    return product;
  }

  int warehouse() {
    return warehouse;
  }

  int date() {
    return date;
  }

  int units() {
    return units;
  }

  int key() {
    return key;
  }

  List<Source> covariates() {
    return covariates;
  }

  /** Column of a covariate for a product. */
  int column(Source source, String productId) {
    if (source.column() >= 0) {
      return source.column();
    }
    String template =
        mapping.column(
            Arrays.stream(SalesRole.values())
                .filter(role -> role.column().equals(source.name()))
                .findFirst()
                .orElseThrow());
    return header.find(template.replace(SalesMapping.PRODUCT_PLACE, productId));
  }

  /** Names of the columns that nothing is read from, sorted. */
  Set<String> unused() {
    Set<String> names = new TreeSet<>();
    for (int column = 0; column < header.size(); column++) {
      if (!used.contains(column)) {
        names.add(header.name(column));
      }
    }
    return names;
  }
}
