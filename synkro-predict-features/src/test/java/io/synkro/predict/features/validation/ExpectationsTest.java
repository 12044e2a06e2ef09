package io.synkro.predict.features.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.features.validation.ValidationOutcome.Accepted;
import io.synkro.predict.features.validation.ValidationOutcome.Rejected;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectationsTest {
  private static final EntityKey KEY = EntityKey.of("A", "B");
  private static final Instant NOW = Rows.NOW;

  /** Declares one expectation. */
  private interface Declared extends BiFunction<ExpectationsBuilder, Action, ExpectationsBuilder> {}

  private static Arguments kind(
      Declared declared, FeatureBatch batch, List<Integer> failing, String sentence) {
    return Arguments.of(declared, batch, failing, sentence);
  }

  static Stream<Arguments> kinds() {
    Rows good = new Rows().add(1, 0).add(2, 1);
    FeatureBatch negative = new Rows().add(1, 0).add(KEY, NOW, NOW, -3, 1).add(5, 2).batch();
    FeatureBatch odd = new Rows().add(1, 0).add(KEY, NOW, NOW, 2.5f, 1).batch();
    FeatureBatch noCode = new Rows().add(Float.NaN, Float.NaN).add(KEY, NOW, NOW, 1, 3).batch();
    FeatureBatch halfCode = new Rows().add(1, 2).add(KEY, NOW, NOW, 1, 0.5f).batch();
    FeatureBatch infinite =
        new Rows().add(1, 0).add(KEY, NOW, NOW, Float.NEGATIVE_INFINITY, 1).batch();
    FeatureBatch gaps =
        new Rows().add(1, 0).add(KEY, NOW, NOW, Float.NaN, 1).add(Float.NaN, 1).batch();
    FeatureBatch old = new Rows().add(1, 0).add(KEY, NOW.minusSeconds(7_201), NOW, 1, 1).batch();
    FeatureBatch plan = new Rows().add(1, 0).add(KEY, NOW, NOW.minusMillis(1), 1, 1).batch();
    FeatureBatch future = new Rows().add(1, 0).add(KEY, NOW, NOW.plusSeconds(61), 1, 1).batch();
    FeatureBatch twice =
        new Rows()
            .add(KEY, NOW, NOW, 1, 1)
            .add(KEY, NOW.minusMillis(1), NOW, 1, 1)
            .add(KEY, NOW, NOW, 1, 1)
            .batch();
    FeatureBatch contradiction =
        new Rows().add(KEY, NOW, NOW, 1, 1).add(KEY, NOW, NOW, 2, 1).add(1, 1).batch();
    FeatureBatch shifted = new Rows().add(10, 0).add(11, 1).batch();
    return Stream.of(
        kind(
            (b, a) -> b.atLeast("units", 0, a),
            negative,
            List.of(1),
            "units of A@B is -3, must be at least 0. Maybe look for a wrong unit or sign upstream."),
        kind((b, a) -> b.atMost("units", 4, a), negative, List.of(2), "must be at most 4"),
        kind((b, a) -> b.range("units", -1, 4, a), negative, List.of(1, 2), "must be from -1 to 4"),
        kind(
            (b, a) -> b.whole("units", a), odd, List.of(1), "units of A@B is 2.5, must be a whole"),
        kind(
            (b, a) -> b.codes(a),
            noCode,
            List.of(1),
            "type of A@B is 3, must be a whole number from 0 to 2. Maybe encode it"),
        kind((b, a) -> b.codes(a), halfCode, List.of(1), "type of A@B is 0.5"),
        kind((b, a) -> b.finite(a), infinite, List.of(1), "units of A@B is -Infinity"),
        kind(
            (b, a) -> b.maxMissingShare("units", 0.5, a),
            gaps,
            List.of(1, 2),
            "units is missing in 2 of 3 rows, A@B among them, must be missing in at most 0.5"),
        kind(
            (b, a) -> b.maxAge(Duration.ofHours(2), a),
            old,
            List.of(1),
            "event time of A@B is 2026-02-28T21:59:59Z, must be at most PT2H before it is written"),
        kind(
            (b, a) -> b.noPlans(a), plan, List.of(1), "known-at time of A@B is 2026-02-28T23:59:5"),
        kind(
            (b, a) -> b.knownByNow(Duration.ofMinutes(1), a),
            future,
            List.of(1),
            "known-at time of A@B is 2026-03-01T00:01:01Z, must be at most PT1M after"),
        kind((b, a) -> b.unique(a), twice, List.of(2), "A@B has more than one row for 2026-03-01T"),
        kind((b, a) -> b.unique(a), contradiction, List.of(0, 1), "A@B has more than one row"),
        kind(
            (b, a) -> b.distribution(reference(), 0.01, a),
            shifted,
            List.of(0, 1),
            "1 of 2 features are not distributed as in the reference, most of all units"),
        kind(
            (b, a) -> b.rows("no twos", ExpectationsTest::notTwo, a),
            good.batch(),
            List.of(1),
            "P1@B: units are 2."));
  }

  private static ReferenceDistribution reference() {
    Rows rows = new Rows();
    for (int i = 0; i < 1_000; i++) {
      rows.add(i % 7, i % 3);
    }
    return ReferenceDistribution.of(rows.batch());
  }

  private static Optional<String> notTwo(FeatureBatch batch, int row) {
    return batch.values().value(row, 0) == 2 ? Optional.of("units are 2") : Optional.empty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindRejectsSetsAsideOrWarns(
      Declared declared, FeatureBatch batch, List<Integer> failing, String sentence) {
    List<String> before = Rows.text(batch);
    for (Action action : Action.values()) {
      Expectations expectations = declared.apply(Expectations.builder(Rows.VIEW), action).build();
      ValidationOutcome outcome = expectations.validate(batch, NOW);
      ValidationReport report = outcome.report();
      assertThat(report.failures()).hasSize(1);
      ExpectationResult result = report.failures().get(0);
      assertThat(result.action()).isEqualTo(action);
      assertThat(result.rowsChecked()).isEqualTo(batch.rows());
      assertThat(result.rowsFailed()).isEqualTo(failing.size());
      assertThat(result.sentence()).contains(sentence);
      assertThat(result.example().key()).isEqualTo(batch.key(failing.get(0)).toString());
      assertThat(report.text()).contains(action + " " + result.name(), result.sentence());
      List<Integer> aside = action == Action.QUARANTINE ? failing : List.of();
      if (action == Action.REJECT) {
        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(report.accepted() + report.quarantined()).isZero();
      } else {
        assertRows((Accepted) outcome, before, aside);
      }
      assertThat(Rows.text(batch)).isEqualTo(before);
    }
  }

  private static void assertRows(Accepted accepted, List<String> rows, List<Integer> aside) {
    List<String> expected = aside.stream().map(rows::get).toList();
    assertThat(Rows.text(accepted.quarantined().batch())).isEqualTo(expected);
    List<String> written = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (!aside.contains(row)) {
        written.add(rows.get(row));
      }
    }
    assertThat(Rows.text(accepted.batch())).isEqualTo(written);
    assertThat(accepted.report().accepted()).isEqualTo(written.size());
    assertThat(accepted.report().quarantined()).isEqualTo(aside.size());
  }

  @Test
  void goodRowsMeetEverything() {
    FeatureBatch batch =
        new Rows().add(0, 0).add(-0f, 2).add(Float.NaN, Float.NaN).add(4, 1).batch();
    ValidationOutcome outcome =
        Expectations.builder(Rows.VIEW)
            .range("units", 0, 4, Action.REJECT)
            .whole("units", Action.REJECT)
            .codes(Action.REJECT)
            .finite(Action.REJECT)
            .maxMissingShare("units", 0.25, Action.REJECT)
            .maxAge(Duration.ofHours(1), Action.REJECT)
            .noPlans(Action.REJECT)
            .knownByNow(Duration.ZERO, Action.REJECT)
            .unique(Action.REJECT)
            .distribution(reference(), 0.01, Action.REJECT)
            .build()
            .validate(batch, NOW);
    assertThat(outcome.report().failures()).isEmpty();
    assertThat(((Accepted) outcome).batch()).isSameAs(batch);
  }

  @Test
  void oneBadRowDoesNotFailTheBatchAndKeepsAllItsReasons() {
    FeatureBatch batch = new Rows().add(1, 0).add(Float.POSITIVE_INFINITY, 7).add(3, 1).batch();
    Accepted accepted =
        (Accepted)
            Expectations.builder(Rows.VIEW)
                .atMost("units", 100, Action.WARN)
                .finite(Action.QUARANTINE)
                .codes(Action.QUARANTINE)
                .build()
                .validate(batch, NOW);
    assertThat(accepted.batch().rows()).isEqualTo(2);
    assertThat(accepted.quarantined().reasons()).hasSize(1);
    assertThat(accepted.quarantined().reasons().get(0))
        .extracting(QuarantinedRows.Reason::expectation)
        .containsExactly("finite values", "category codes");
    assertThat(accepted.report().failures()).hasSize(3);
  }

  @Test
  void anotherSchemaIsAlwaysRejected() {
    FeatureSchema other = new FeatureSchema(List.of(Feature.number("units")));
    FeatureBatch columns =
        new FeatureBatch(
            new EntityKey[] {KEY},
            new long[1],
            new long[1],
            new FeatureTable(other, new float[][] {{1}}));
    Expectations none = Expectations.builder(Rows.VIEW).build();
    ValidationOutcome outcome = none.validate(columns, NOW);
    assertThat(outcome).isInstanceOf(Rejected.class);
    assertThat(outcome.report().text()).contains("REJECT schema", "has 1 columns");

    FeatureBatch keys = new Rows().add(1, 0).add(EntityKey.of("A"), NOW, NOW, 1, 1).batch();
    ValidationOutcome wrongKeys = none.validate(keys, NOW);
    assertThat(wrongKeys).isInstanceOf(Rejected.class);
    assertThat(wrongKeys.report().results().get(0).rowsFailed()).isEqualTo(1);
    assertThat(wrongKeys.report().text())
        .contains("key of entity series is A, must have the parts [product, warehouse]");
  }

  @Test
  void anEmptyBatchMeetsEverything() {
    ValidationOutcome outcome =
        Expectations.builder(Rows.VIEW)
            .maxMissingShare("units", 0, Action.REJECT)
            .distribution(reference(), 0.01, Action.REJECT)
            .build()
            .validate(new Rows().batch(), NOW);
    assertThat(outcome.report().failures()).isEmpty();
  }

  @Test
  void aLimitIsAsExactAsTheValues() {
    FeatureBatch batch = new Rows().add(0.1f, 0).add(Math.nextUp(0.1f), 0).batch();
    ValidationOutcome outcome =
        Expectations.builder(Rows.VIEW)
            .range("units", 0.1, 0.1, Action.WARN)
            .build()
            .validate(batch, NOW);
    assertThat(outcome.report().failures().get(0).rowsFailed()).isEqualTo(1);
  }

  @Test
  void expectationsOnAWholeBatchCanBeLeftOut() {
    Expectations all =
        Expectations.builder(Rows.VIEW)
            .maxMissingShare("units", 0, Action.REJECT)
            .distribution(reference(), 0.01, Action.REJECT)
            .atLeast("units", 0, Action.REJECT)
            .build();
    FeatureBatch batch = new Rows().add(Float.NaN, 0).batch();
    assertThat(all.withoutBatchWide().validate(batch, NOW).report().results())
        .extracting(ExpectationResult::name)
        .containsExactly("schema", "range of units");
  }

  @Test
  void refusesExpectationsThatMakeNoSense() {
    ExpectationsBuilder builder = Expectations.builder(Rows.VIEW).finite(Action.WARN);
    assertThatThrownBy(() -> builder.finite(Action.REJECT))
        .hasMessageContaining("finite values")
        .hasMessageContaining("must be declared once");
    assertThatThrownBy(() -> builder.atLeast("unit", 0, Action.WARN))
        .hasMessageContaining("must be a feature of view demand");
    assertThatThrownBy(() -> builder.range("units", 1, 0, Action.WARN))
        .hasMessageContaining("minimum");
    assertThatThrownBy(() -> builder.atLeast("units", Double.NaN, Action.WARN))
        .hasMessageContaining("minimum");
    assertThatThrownBy(() -> builder.maxMissingShare("units", 1.5, Action.WARN))
        .hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> builder.maxAge(Duration.ofSeconds(-1), Action.WARN))
        .hasMessageContaining("oldest");
    assertThatThrownBy(() -> builder.distribution(reference(), 1, Action.WARN))
        .hasMessageContaining("falseAlarms");
  }
}
