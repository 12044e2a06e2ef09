package io.synkro.predict.features.validation;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.validation.Check.Violation;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.internal.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds {@link Expectations}. Every expectation on values takes a missing value (NaN) as met; say
 * with {@link #maxMissingShare} how many may be missing. Not safe for use by many threads.
 */
public final class ExpectationsBuilder {
  private static final Duration LONGEST = Duration.ofDays(365_250);

  private final FeatureView view;
  private final List<Expectations.Rule> rules = new ArrayList<>();

  ExpectationsBuilder(FeatureView view) {
    this.view = view;
  }

  /**
   * Expects the values of a feature to lie in a range.
   *
   * @param feature its name
   * @param min smallest value allowed; negative infinity for none
   * @param max largest value allowed, at least {@code min}; infinity for none
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder range(String feature, double min, double max, Action action) {
    Require.that(
        min <= max && min < Double.POSITIVE_INFINITY && max > Double.NEGATIVE_INFINITY,
        "range of feature " + feature,
        "%s to %s".formatted(min, max),
        "must have a minimum that is at most the maximum",
        "swap them");
    return add(ValueChecks.range(feature, column(feature), min, max), action);
  }

  /**
   * Expects the values of a feature not to be below a limit.
   *
   * @param feature its name
   * @param min smallest value allowed
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder atLeast(String feature, double min, Action action) {
    return range(feature, min, Double.POSITIVE_INFINITY, action);
  }

  /**
   * Expects the values of a feature not to be above a limit.
   *
   * @param feature its name
   * @param max largest value allowed
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder atMost(String feature, double max, Action action) {
    return range(feature, Double.NEGATIVE_INFINITY, max, action);
  }

  /**
   * Expects the values of a feature to be whole numbers.
   *
   * @param feature its name
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder whole(String feature, Action action) {
    return add(ValueChecks.whole(feature, column(feature)), action);
  }

  /**
   * Expects the values of every category to be one of its codes.
   *
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder codes(Action action) {
    return add(ValueChecks.codes(view.schema()), action);
  }

  /**
   * Expects no infinite value.
   *
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder finite(Action action) {
    return add(ValueChecks.finite(view.schema()), action);
  }

  /**
   * Expects a feature to be missing in no more than a share of a batch. {@link Action#QUARANTINE}
   * sets the rows aside in which it is missing.
   *
   * @param feature its name
   * @param share largest share, from 0 to 1
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder maxMissingShare(String feature, double share, Action action) {
    Require.that(
        share >= 0 && share <= 1,
        "missing share of feature " + feature,
        share,
        "must be from 0 to 1",
        "");
    return add(new MissingCheck(feature, column(feature), share), action);
  }

  /**
   * Expects event times not to be older than an age when they are written.
   *
   * @param oldest the age, from zero to a thousand years
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder maxAge(Duration oldest, Action action) {
    requireInRange("oldest", oldest);
    return add(TimeChecks.age(oldest), action);
  }

  /**
   * Expects no row to be known before its event: no plans.
   *
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder noPlans(Action action) {
    return add(TimeChecks.noPlans(), action);
  }

  /**
   * Expects known-at times not to lie in the future.
   *
   * @param tolerance how far they may, for clocks that differ; from zero to a thousand years
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder knownByNow(Duration tolerance, Action action) {
    requireInRange("tolerance", tolerance);
    return add(TimeChecks.notFromTheFuture(tolerance), action);
  }

  /**
   * Expects no two rows of one key, event time and known-at time. Of rows that are equal in all
   * values too, all but the first fail; rows that contradict one another all fail.
   *
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder unique(Action action) {
    return add(new UniqueCheck(), action);
  }

  /**
   * Expects the features of a batch to be distributed as those of a reference, as far as its number
   * of rows can tell. {@link Action#QUARANTINE} sets the whole batch aside. Rows are taken as
   * independent: many rows of one product in a batch make alarms more frequent, and very large
   * batches make changes significant that hardly matter. By a chi-square test of homogeneity and
   * Fisher's exact test for what is rare in the reference, with the correction of Benjamini and
   * Hochberg (1995) over the features, whose sources {@code DistributionTest} names.
   *
   * @param reference past rows; its features must be features of the view
   * @param falseAlarms probability of an alarm about a batch if nothing has changed, above 0 and
   *     below 1: 0.01 is an alarm in a hundred batches
   * @param action what to do otherwise
   * @return this builder
   */
  public ExpectationsBuilder distribution(
      ReferenceDistribution reference, double falseAlarms, Action action) {
    Require.between("falseAlarms", falseAlarms, 0, 1, "use 0.01");
    List<Integer> columns = new ArrayList<>();
    for (FeatureDistribution each : reference.features()) {
      int column = column(each.feature());
      int categories = view.schema().features().get(column).categories();
      Require.that(
          each.categories() == categories,
          "categories of feature %s in the reference".formatted(each.feature()),
          each.categories(),
          "must be those of the view, " + categories,
          "make the reference from a batch of this version of the view");
      columns.add(column);
    }
    return add(new DistributionCheck(reference, List.copyOf(columns), falseAlarms), action);
  }

  /**
   * Expects something else of each row.
   *
   * @param name names it in reports, unique
   * @param expectation judges a row
   * @param action what to do if it finds a problem
   * @return this builder
   */
  public ExpectationsBuilder rows(String name, RowExpectation expectation, Action action) {
    Require.identifier("expectation", name);
    RowCheck.Test test =
        (batch, row, now) ->
            expectation
                .problem(batch, row)
                .map(
                    problem -> new Violation(problem, "%s: %s.".formatted(batch.key(row), problem)))
                .orElse(null);
    return add(new RowCheck(name, "must meet " + name, test), action);
  }

  /**
   * Builds the expectations.
   *
   * @return expectations, checked in the order in which they were declared
   */
  public Expectations build() {
    return new Expectations(view, rules);
  }

  private ExpectationsBuilder add(Check check, Action action) {
    Require.that(
        rules.stream().noneMatch(rule -> rule.check().name().equals(check.name())),
        "expectation",
        check.name(),
        "must be declared once",
        "join the two");
    rules.add(new Expectations.Rule(check, action));
    return this;
  }

  private int column(String feature) {
    int column = view.schema().names().indexOf(feature);
    if (column < 0) {
      throw new InvalidInputException(
          "feature",
          feature,
          "must be a feature of view " + view.name(),
          "use one of " + view.schema().names());
    }
    return column;
  }

  private static void requireInRange(String name, Duration duration) {
    Require.that(
        !duration.isNegative() && duration.compareTo(LONGEST) <= 0,
        name,
        duration,
        "must be from zero to a thousand years",
        "");
  }
}
