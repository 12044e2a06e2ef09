package io.synkro.predict.features.validation;

import io.synkro.predict.features.validation.Check.Failed;
import io.synkro.predict.features.validation.Check.Violation;
import io.synkro.predict.features.validation.ExpectationResult.Example;
import io.synkro.predict.features.validation.QuarantinedRows.Reason;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.tabular.SchemaMismatchException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a view must be like before they are written. Each expectation says whether it
 * rejects the batch, sets the rows that fail aside, or only warns. The schema (the columns of the
 * view, keys with the parts of its entity) is always expected, and rejects. Immutable; safe for use
 * by many threads.
 *
 * <pre>{@code
 * Expectations expectations = Expectations.builder(view)
 *     .atLeast("units_28", 0, Action.QUARANTINE)
 *     .unique(Action.QUARANTINE)
 *     .build();
 * if (expectations.validate(batch, clock.instant()) instanceof Accepted accepted) { ... }
 * }</pre>
 */
public final class Expectations {
  private static final String SCHEMA = "schema";
  private static final String COLUMNS = "must have the columns and keys of the view";

  private final FeatureView view;
  private final List<Rule> rules;

  Expectations(FeatureView view, List<Rule> rules) {
    this.view = view;
    this.rules = List.copyOf(rules);
  }

  /** A check, and what becomes of the batch if it fails. */
  record Rule(Check check, Action action) {}

  /**
   * Starts with no more than the schema.
   *
   * @param view whose rows they are about
   * @return a builder
   */
  public static ExpectationsBuilder builder(FeatureView view) {
    return new ExpectationsBuilder(view);
  }

  /**
   * Returns what every view can expect: finite values, category codes that exist, unique rows and
   * no known-at time more than five minutes ahead. Rows that fail are set aside.
   *
   * @param view whose rows they are about
   * @return the expectations
   */
  public static Expectations standard(FeatureView view) {
    return builder(view)
        .finite(Action.QUARANTINE)
        .codes(Action.QUARANTINE)
        .unique(Action.QUARANTINE)
        .knownByNow(Duration.ofMinutes(5), Action.QUARANTINE)
        .build();
  }

  /**
   * Returns the view.
   *
   * @return whose rows these expectations are about
   */
  public FeatureView view() {
    return view;
  }

  /**
   * Returns these expectations without those on a batch as a whole (missing shares, distribution),
   * for rows that come alone, such as rows out of the quarantine.
   *
   * @return the others
   */
  public Expectations withoutBatchWide() {
    return new Expectations(
        view, rules.stream().filter(rule -> !rule.check().isBatchWide()).toList());
  }

  /**
   * Judges a batch, which is not changed. Each expectation looks at all rows, also at those that
   * another one sets aside. An empty batch meets all of them.
   *
   * @param batch the rows
   * @param now when they are about to be written
   * @return the rows to write and the rows set aside, or that the batch is rejected
   */
  public ValidationOutcome validate(FeatureBatch batch, Instant now) {
    ExpectationResult schema = schema(batch);
    if (!schema.isMet()) {
      return new ValidationOutcome.Rejected(report(batch, 0, 0, List.of(schema)));
    }
    List<ExpectationResult> results = new ArrayList<>(List.of(schema));
    List<Failed> failures = new ArrayList<>();
    BitSet aside = new BitSet();
    boolean rejected = false;
    for (Rule rule : rules) {
      Failed failed = rule.check().find(batch, now.toEpochMilli());
      failures.add(failed);
      results.add(result(rule, batch, failed));
      if (rule.action() == Action.QUARANTINE) {
        aside.or(failed.rows());
      }
      rejected |= rule.action() == Action.REJECT && !failed.rows().isEmpty();
    }
    if (rejected) {
      return new ValidationOutcome.Rejected(report(batch, 0, 0, results));
    }
    int count = aside.cardinality();
    return new ValidationOutcome.Accepted(
        count == 0 ? batch : batch.select(rowsOutside(aside, batch.rows())),
        quarantined(batch, aside, failures),
        report(batch, batch.rows() - count, count, results));
  }

  private ExpectationResult schema(FeatureBatch batch) {
    try {
      view.schema().requireSame(batch.values().schema());
    } catch (SchemaMismatchException e) {
      return schemaResult(batch, Math.max(1, batch.rows()), Example.NONE, e.getMessage());
    }
    int wrong = 0;
    Example example = Example.NONE;
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.key(row).size() != view.entity().keys().size() && wrong++ == 0) {
        String key = batch.key(row).toString();
        example = new Example(key, key);
      }
    }
    String sentence =
        "key of entity %s is %s, must have the parts %s. Maybe give one value for each."
            .formatted(view.entity().name(), example.key(), view.entity().keys());
    return schemaResult(batch, wrong, example, wrong == 0 ? "" : sentence);
  }

  private static ExpectationResult schemaResult(
      FeatureBatch batch, int wrong, Example example, @Nullable String sentence) {
    return new ExpectationResult(
        SCHEMA,
        Action.REJECT,
        batch.rows(),
        wrong,
        COLUMNS,
        example,
        sentence == null ? "" : sentence);
  }

  private static ExpectationResult result(Rule rule, FeatureBatch batch, Failed failed) {
    Check check = rule.check();
    int count = failed.rows().cardinality();
    Example example = Example.NONE;
    String sentence = "";
    if (count > 0) {
      int row = failed.rows().nextSetBit(0);
      Violation first = failed.describe().apply(row);
      example = new Example(batch.key(row).toString(), first.value());
      sentence = first.sentence();
    }
    return new ExpectationResult(
        check.name(), rule.action(), batch.rows(), count, check.limit(), example, sentence);
  }

  private ValidationReport report(
      FeatureBatch batch, int accepted, int aside, List<ExpectationResult> results) {
    return new ValidationReport(
        view.name(), view.version(), batch.rows(), accepted, aside, results);
  }

  private QuarantinedRows quarantined(FeatureBatch batch, BitSet aside, List<Failed> failures) {
    int[] rows = aside.stream().toArray();
    List<List<Reason>> reasons = new ArrayList<>(rows.length);
    for (int row : rows) {
      List<Reason> ofRow = new ArrayList<>();
      for (int r = 0; r < rules.size(); r++) {
        Failed failed = failures.get(r);
        if (rules.get(r).action() == Action.QUARANTINE && failed.rows().get(row)) {
          String problem = failed.describe().apply(row).sentence();
          ofRow.add(new Reason(rules.get(r).check().name(), problem));
        }
      }
      reasons.add(ofRow);
    }
    return new QuarantinedRows(batch.select(rows), reasons);
  }

  private static int[] rowsOutside(BitSet aside, int rows) {
    BitSet others = (BitSet) aside.clone();
    others.flip(0, rows);
    return others.stream().toArray();
  }
}
