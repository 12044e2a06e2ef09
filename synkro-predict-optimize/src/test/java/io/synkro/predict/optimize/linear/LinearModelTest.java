package io.synkro.predict.optimize.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearModelTest {
  @Test
  void addsUpTermsOfOneColumnAndLeavesOutZeros() {
    LinearModelBuilder builder = LinearModel.builder("m");
    builder.column(LinearColumn.binary("a", 1));
    builder.column(LinearColumn.binary("b", 2));
    builder.column(LinearColumn.binary("c", 3));
    builder.row("r").term(2, 1).term(0, 4).term(2, 2).term(1, 5).term(1, -5).atMost(9);
    builder.row("s").term(2, 7).between(-1, 8);
    LinearModel model = builder.build();
    assertThat(model.matrix().starts()).containsExactly(0, 2, 3);
    assertThat(model.matrix().indices()).containsExactly(2, 0, 2);
    assertThat(model.matrix().values()).containsExactly(3, 4, 7);
    assertThat(model.rowLowers()).containsExactly(Double.NEGATIVE_INFINITY, -1);
    assertThat(model.rowUppers()).containsExactly(9, 8);
  }

  @Test
  void transposesRowsToColumns() {
    SparseMatrix byColumn = TextbookModels.transport().matrix().transposed();
    assertThat(byColumn.rows()).isEqualTo(12);
    assertThat(byColumn.columns()).isEqualTo(7);
    assertThat(byColumn.nonzeros()).isEqualTo(24);
    // the flow from the second plant to the third city, in supply 1 and in demand 2
    int flow = 6;
    assertThat(byColumn.index(byColumn.start(flow))).isEqualTo(1);
    assertThat(byColumn.index(byColumn.start(flow) + 1)).isEqualTo(3 + 2);
    assertThat(byColumn.end(flow)).isEqualTo(byColumn.start(flow) + 2);
  }

  @Test
  void modelsAndTheirArraysDoNotChange() {
    LinearModelBuilder builder = LinearModel.builder("m");
    builder.column(LinearColumn.binary("a", 1));
    LinearModel model = builder.build();
    builder.column(LinearColumn.binary("b", 2));
    model.costs()[0] = 9;
    model.uppers()[0] = 9;
    assertThat(model.columns()).isEqualTo(1);
    assertThat(model.cost(0)).isEqualTo(1);
    assertThat(model.upper(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "x, NaN, 1, 0",
    "x, 0, NaN, 0",
    "x, 0, 1, NaN",
    "x, 0, 1, Infinity",
    "x, 2, 1, 0",
    "x, Infinity, Infinity, 0",
    "x, -Infinity, -Infinity, 0",
    "x, 0, 1e30, 0",
    "a name, 0, 1, 0"
  })
  void refusesBadColumns(String name, double lower, double upper, double cost) {
    assertThatThrownBy(() -> LinearColumn.continuous(name, lower, upper, cost))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name);
  }

  @Test
  void refusesBadRows() {
    LinearModelBuilder builder = LinearModel.builder("m");
    int x = builder.column(LinearColumn.binary("x", 1));
    assertThatThrownBy(() -> builder.row("r").term(x + 1, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("row r");
    assertThatThrownBy(() -> builder.row("r").term(x, Double.NaN))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> builder.row("r").term(x, 1).between(2, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("row r");
    assertThat(builder.build().rows()).isZero();
  }
}
