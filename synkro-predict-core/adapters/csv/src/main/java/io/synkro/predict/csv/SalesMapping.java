package io.synkro.predict.csv;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a sales file mean what. A role that is not named here is looked for under its
 * own name: {@code product}, {@code warehouse}, {@code date} and {@code units} must be there,
 * {@code price}, {@code promotion} and {@code in_stock} may be. Immutable; safe for use by many
 * threads. The same as JSON, every part optional:
 *
 * <pre>{@code
 * {
 *   "columns": {"product": "brand", "warehouse": "store", "date": "week", "units": "move",
 *               "price": "price{product}"},
 *   "constants": {"warehouse": "ALL"},
 *   "covariates": ["feat"],
 *   "known_in_future": ["price", "feat"],
 *   "dates": {"counts": "weeks", "first": "1989-09-14", "first_number": 1},
 *   "frequency": "WEEKLY",
 *   "absent_rows": "missing",
 *   "duplicates": "reject",
 *   "attributes": {"file": "series.csv.gz", "key": "series_id", "product": "item_id",
 *                  "warehouse": "store_id", "take": ["cat_id"]}
 * }
 * }</pre>
 *
 * <p>{@code {product}} in the name of a column stands for the product of the row: the price of
 * product 7 is in {@code price7}. The covariates {@code ["*"]} are all columns that have no other
 * meaning, and {@code known_in_future} that is left out means: what the file gives for all steps
 * after its last units.
 */
public final class SalesMapping {
  /** Covariate name that stands for every column without another meaning. */
  public static final String EVERY_OTHER_COLUMN = "*";

  static final String PRODUCT_PLACE = "{product}";

  /** What a step without a row means between the first row of a series and the end of the file. */
  public enum AbsentRows {
    /** Nothing is known: NaN. */
    MISSING,
    /** Nothing was sold: 0 units, as in files that list sales only. */
    ZERO
  }

  /** What to do with a second row for the same series and step. */
  public enum Duplicates {
    /** Reject the later row. */
    REJECT,
    /** Add up the units, and average the covariates. */
    SUM
  }

  private final Map<SalesRole, String> columns;
  private final Map<SalesRole, String> constants;
  private final List<String> covariates;
  private final Optional<Set<String>> knownInFuture;
  private final Optional<PeriodNumbers> periods;
  private final Optional<Frequency> frequency;
  private final AbsentRows absentRows;
  private final Duplicates duplicates;
  private final Optional<AttributesFile> attributes;

  private SalesMapping(Builder builder) {
    this.columns = Map.copyOf(builder.columns);
    this.constants = Map.copyOf(builder.constants);
    this.covariates = List.copyOf(builder.covariates);
    this.knownInFuture = Optional.ofNullable(builder.knownInFuture);
    this.periods = Optional.ofNullable(builder.periods);
    this.frequency = Optional.ofNullable(builder.frequency);
    this.absentRows = builder.absentRows;
    this.duplicates = builder.duplicates;
    this.attributes = Optional.ofNullable(builder.attributes);
  }

  /**
   * Creates the mapping of files that use the names of the roles; every other column is a
   * covariate.
   *
   * @return the default
   */
  public static SalesMapping standard() {
    return builder().covariates(EVERY_OTHER_COLUMN).build();
  }

  /**
   * Starts a mapping.
   *
   * @return a builder without covariates, where an absent row is missing and a duplicate rejected
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a mapping from JSON as described above.
   *
   * @param json the file
   * @return the mapping
   * @throws UnreadableFileException if it is not JSON or holds a field that does not belong there
   */
  public static SalesMapping load(Path json) {
    return new MappingJson(json).read();
  }

  /** Name of the column of a role: the one named here, or its own. */
  String column(SalesRole role) {
    return columns.getOrDefault(role, role.column());
  }

  boolean names(SalesRole role) {
    return columns.containsKey(role);
  }

  Optional<String> constant(SalesRole role) {
    return Optional.ofNullable(constants.get(role));
  }

  List<String> covariates() {
    return covariates;
  }

  Optional<Set<String>> knownInFuture() {
    return knownInFuture;
  }

  Optional<PeriodNumbers> periods() {
    return periods;
  }

  Optional<Frequency> frequency() {
    return frequency;
  }

  AbsentRows absentRows() {
    return absentRows;
  }

  Duplicates duplicates() {
    return duplicates;
  }

  Optional<AttributesFile> attributes() {
    return attributes;
  }

  /** Collects the parts of a mapping; not safe for use by many threads. */
  public static final class Builder {
    private final Map<SalesRole, String> columns = new LinkedHashMap<>();
    private final Map<SalesRole, String> constants = new LinkedHashMap<>();
    private List<String> covariates = List.of();
    private @Nullable Set<String> knownInFuture;
    private @Nullable PeriodNumbers periods;
    private @Nullable Frequency frequency;
    private AbsentRows absentRows = AbsentRows.MISSING;
    private Duplicates duplicates = Duplicates.REJECT;
    private @Nullable AttributesFile attributes;

    private Builder() {}

    /**
     * Names the column of a role.
     *
     * @param role its meaning
     * @param name its name in the header; for prices it may contain {@code {product}}
     * @return this builder
     */
    public Builder column(SalesRole role, String name) {
      Require.identifier("column of " + role.column(), name);
      Require.that(
          role != SalesRole.PRODUCT || !name.contains(PRODUCT_PLACE),
          "column of product",
          name,
          "must not contain " + PRODUCT_PLACE,
          "name the column that holds the product");
      columns.put(role, name);
      return this;
    }

    /**
     * Gives every row the same product or warehouse, for files without such a column.
     *
     * @param role {@link SalesRole#PRODUCT} or {@link SalesRole#WAREHOUSE}
     * @param id the identifier
     * @return this builder
     */
    public Builder constant(SalesRole role, String id) {
      Require.that(
          role == SalesRole.PRODUCT || role == SalesRole.WAREHOUSE,
          "constant",
          role.column(),
          "must be product or warehouse",
          "leave the column out of the file if it never changes");
      constants.put(role, Require.identifier(role.column(), id));
      return this;
    }

    /**
     * Names numeric columns that become covariates besides price, promotion and availability.
     *
     * @param names names in the header, or {@link #EVERY_OTHER_COLUMN} alone
     * @return this builder
     */
    public Builder covariates(String... names) {
      Set<String> unique = new LinkedHashSet<>(List.of(names));
      for (SalesRole role : SalesRole.values()) {
        Require.that(
            !unique.contains(role.column()),
            "covariate",
            role.column(),
            "must not have the name of a role",
            "name its column under \"columns\"");
      }
      covariates = List.copyOf(unique);
      return this;
    }

    /**
     * Names the covariates that are known when a forecast is made. Left out, they are those that
     * the file gives for all steps after its last units.
     *
     * @param names names of covariates: price, promotion or further columns
     * @return this builder
     */
    public Builder knownInFuture(String... names) {
      Set<String> known = new LinkedHashSet<>(List.of(names));
      Require.that(
          !known.contains(CovariateNames.IN_STOCK),
          "known_in_future",
          CovariateNames.IN_STOCK,
          "must not be among them",
          "leave it out: nobody knows tomorrow's availability");
      knownInFuture = known;
      return this;
    }

    /**
     * Says that the date column holds numbers of periods.
     *
     * @param numbers what they count and where they begin
     * @return this builder
     */
    public Builder periods(PeriodNumbers numbers) {
      this.periods = numbers;
      return this;
    }

    /**
     * Sets the length of a step. Left out, it is the commonest distance between two dates.
     *
     * @param step length of a step
     * @return this builder
     */
    public Builder frequency(Frequency step) {
      this.frequency = step;
      return this;
    }

    /**
     * Sets what a step without a row means.
     *
     * @param meaning missing, or nothing sold
     * @return this builder
     */
    public Builder absentRows(AbsentRows meaning) {
      this.absentRows = meaning;
      return this;
    }

    /**
     * Sets what to do with a second row for the same series and step.
     *
     * @param treatment reject or add up
     * @return this builder
     */
    public Builder duplicates(Duplicates treatment) {
      this.duplicates = treatment;
      return this;
    }

    /**
     * Joins a second file that describes the series.
     *
     * @param file where it is and what to take
     * @return this builder
     */
    public Builder attributes(AttributesFile file) {
      this.attributes = file;
      return this;
    }

    /**
     * Builds the mapping.
     *
     * @return the mapping
     */
    public SalesMapping build() {
      return new SalesMapping(this);
    }
  }
}
