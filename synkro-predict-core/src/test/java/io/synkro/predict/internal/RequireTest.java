package io.synkro.predict.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected texts are those of the message's form: name (value) limit. Maybe remedy. */
class RequireTest {
  @Test
  void whatIsAllowedComesBack() {
    assertThat(Require.positive("x", 0.1, "")).isEqualTo(0.1);
    assertThat(Require.nonNegative("x", 0, "")).isZero();
    assertThat(Require.between("x", 0.5, 0, 1, "")).isEqualTo(0.5);
    assertThat(Require.atLeast("x", 3, 3, "")).isEqualTo(3);
    assertThat(Require.index("x", 2, 3)).isEqualTo(2);
    assertThat(Require.identifier("x", "a".repeat(256))).hasSize(256);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, Double.NEGATIVE_INFINITY})
  void numbersThatAreNoQuantityAreRefused(double value) {
    refused(() -> Require.positive("x", value, ""), "x (");
    refused(() -> Require.nonNegative("x", value, ""), "x (");
    refused(() -> Require.between("x", value, 0, 1, ""), "must be above 0 and below 1");
  }

  @Test
  void theEndsOfALimitAreRefusedWhereTheyAreOutside() {
    refused(
        () -> Require.positive("x", 0, "try 1"), "x (0) must be positive and finite. Maybe try 1.");
    refused(() -> Require.between("x", 1, 0, 1, ""), "x (1) must be above 0 and below 1.");
    refused(() -> Require.atLeast("x", 2, 3, ""), "x (2) must be at least 3.");
    refused(() -> Require.index("t", 3, 3), "t (3) must be from 0 to 2. Maybe count from 0.");
    refused(() -> Require.index("t", -1, 3), "t (-1)");
  }

  @Test
  void identifiersThatBreakFilesAreRefusedInPrintableText() {
    refused(() -> Require.identifier("x", " "), "1 to 256 characters");
    refused(() -> Require.identifier("x", "a".repeat(257)), "a...) must have");
    refused(() -> Require.identifier("x", "a\u0000b"), "x (a?b) must not contain control");
  }

  @Test
  void theExceptionCarriesItsParts() {
    assertThatThrownBy(() -> Require.that(false, "end", 5, "must be after start", ""))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.name()).isEqualTo("end");
              assertThat(e.value()).isEqualTo("5");
              assertThat(e.limit()).isEqualTo("must be after start");
              assertThat(e).hasMessage("end (5) must be after start.");
            });
  }

  @Test
  void growingArraysKeepWhatTheyWereGiven() {
    DoubleArray doubles = new DoubleArray();
    IntArray ints = new IntArray();
    for (int i = 0; i < 100; i++) {
      doubles.add(i);
      ints.add(i);
    }
    doubles.addAll(new double[] {100, 101});
    ints.addAll(new int[] {100, 101});
    assertThat(doubles.size()).isEqualTo(102);
    assertThat(doubles.get(101)).isEqualTo(101);
    assertThat(doubles.toArray()).hasSize(102).startsWith(0, 1, 2).endsWith(99, 100, 101);
    assertThat(ints.get(101)).isEqualTo(101);
    assertThat(ints.toArray()).hasSize(102).startsWith(0, 1, 2).endsWith(99, 100, 101);
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
