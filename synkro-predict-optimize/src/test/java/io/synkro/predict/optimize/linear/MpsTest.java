package io.synkro.predict.optimize.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MpsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static final String ALL =
      """
      * a comment
      NAME          example
      OBJSENSE
          MIN
      ROWS
       N  COST
       N  IGNORED
       L  L1
       G  G1
       E  E1
       E  E2
       L  L2
       G  G2
      COLUMNS
          A         COST         1.5   L1           1
          A         G1           2     IGNORED      9
          MARKER    'MARKER'                 'INTORG'
          I         E1           1     L2          -1
          J         E2           1
          K         G2           1     E1        2e-1
          MARKER    'MARKER'                 'INTEND'
          B         COST        -3     E1           1
          C         L1           4     G2           1
          D         G1           1
          E         COST         0
      RHS
          RHS       COST       -12     L1         10
          RHS       G1           1     E1          5
          RHS       E2          -5     L2          3
      RANGES
          RNG       L1           4     G1          2
          RNG       E1           3     E2         -2
      BOUNDS
       UP BND       A            8
       UP BND       I           -2
       LO BND       J           -3
       MI BND       B
       UP BND       B            7
       FX BND       C          2.5
       FR BND       D
       BV BND       E
      ENDATA
      what follows does not matter
      """;

  private static LinearModel read(String text) throws IOException {
    return MpsReader.read(new StringReader(text));
  }

  private static double[] limits(LinearModel model, int row) {
    return new double[] {model.rowLower(row), model.rowUpper(row)};
  }

  private static double[] bounds(LinearModel model, int column) {
    return new double[] {model.lower(column), model.upper(column)};
  }

  /** Meaning of the sections: the MPS chapter of IBM's and of HiGHS' documentation. */
  @Test
  void readsAllOfTheFormat() throws IOException {
    LinearModel model = read(ALL);
    assertThat(model.name()).isEqualTo("example");
    assertThat(model.offset()).isEqualTo(12);
    assertThat(model.costs()).containsExactly(1.5, 0, 0, 0, -3, 0, 0, 0);
    assertThat(limits(model, 0)).containsExactly(6, 10);
    assertThat(limits(model, 1)).containsExactly(1, 3);
    assertThat(limits(model, 2)).containsExactly(5, 8);
    assertThat(limits(model, 3)).containsExactly(-7, -5);
    assertThat(limits(model, 4)).containsExactly(-NONE, 3);
    assertThat(limits(model, 5)).containsExactly(0, NONE);
    assertThat(bounds(model, 0)).containsExactly(0, 8);
    assertThat(bounds(model, 1)).as("negative upper bound").containsExactly(-NONE, -2);
    assertThat(bounds(model, 2)).containsExactly(-3, NONE);
    assertThat(bounds(model, 3)).as("integer without bounds").containsExactly(0, 1);
    assertThat(bounds(model, 4)).containsExactly(-NONE, 7);
    assertThat(bounds(model, 5)).containsExactly(2.5, 2.5);
    assertThat(bounds(model, 6)).containsExactly(-NONE, NONE);
    assertThat(bounds(model, 7)).containsExactly(0, 1);
    assertThat(model.integerColumns()).isEqualTo(4);
    assertThat(model.isInteger(7)).isTrue();
    assertThat(model.matrix().nonzeros()).isEqualTo(11);
    assertThat(model.rowName(5)).isEqualTo("G2");
  }

  @Test
  void setNamesMayBeMissing() throws IOException {
    String text = ALL.replace("    RHS  ", "         ").replace(" BND ", "     ");
    assertThat(written(read(text))).isEqualTo(written(read(ALL)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L  L1|X  L1|type of a row",
        "L  L2|L  L1|given once",
        "C         L1           4|C         L9           4|L9",
        "B         COST        -3|A         COST        -3|one place",
        "L1         10|L1         ten|ten",
        "UP BND       A            8|UP BND       Z            8|Z",
        "UP BND       A            8|UP OTHER     A            8|OTHER",
        "FX BND       C          2.5|SC BND       C          2.5|SC",
        "MIN|MAX|negate",
        "RANGES|QUADOBJ|QUADOBJ",
        "(?s)ENDATA.*|BOUNDS|ENDATA"
      })
  void refusesWhatItCannotRead(String text, String bad, String message) {
    assertThatThrownBy(() -> read(ALL.replaceFirst(text, bad)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("MPS file")
        .hasMessageContaining(message);
  }

  @Test
  void namesTheLine() {
    assertThatThrownBy(() -> read(ALL.replaceFirst("L  L1", "X  L1")))
        .hasMessageContaining("line 8")
        .hasMessageContaining("X  L1");
  }

  private static String written(LinearModel model) throws IOException {
    StringWriter out = new StringWriter();
    MpsWriter.write(model, out);
    return out.toString();
  }

  @Test
  void readsWhatItWrites(@TempDir Path folder) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (int n = 0; n < 100; n++) {
      LinearModel model = anything(random);
      Path file = folder.resolve(n % 2 == 0 ? "m.mps" : "m.mps.gz");
      MpsWriter.write(model, file);
      assertSame(MpsReader.read(file), model);
    }
  }

  private static void assertSame(LinearModel actual, LinearModel expected) {
    assertThat(actual.name()).isEqualTo(expected.name());
    assertThat(actual.offset()).isEqualTo(expected.offset());
    assertThat(actual.costs()).isEqualTo(expected.costs());
    assertThat(actual.lowers()).isEqualTo(expected.lowers());
    assertThat(actual.uppers()).isEqualTo(expected.uppers());
    assertThat(actual.rowLowers()).isEqualTo(expected.rowLowers());
    for (int i = 0; i < expected.rows(); i++) { // the upper limit is lower limit plus range
      double upper = expected.rowUpper(i);
      assertThat(actual.rowUpper(i)).isBetween(Math.nextDown(upper), Math.nextUp(upper));
      assertThat(actual.rowName(i)).isEqualTo(expected.rowName(i));
    }
    for (int j = 0; j < expected.columns(); j++) {
      assertThat(actual.isInteger(j)).isEqualTo(expected.isInteger(j));
      assertThat(actual.columnName(j)).isEqualTo(expected.columnName(j));
    }
    // entries may come in another order
    SparseMatrix there = actual.matrix().transposed();
    SparseMatrix here = expected.matrix().transposed();
    assertThat(there.starts()).isEqualTo(here.starts());
    assertThat(there.indices()).isEqualTo(here.indices());
    assertThat(there.values()).isEqualTo(here.values());
  }

  private static LinearModel anything(SplittableRandom random) {
    LinearModelBuilder model = LinearModel.builder("any").offset(random.nextInt(3) - 1);
    int columns = 1 + random.nextInt(8);
    for (int j = 0; j < columns; j++) {
      double lower = random.nextInt(3) == 0 ? -NONE : random.nextInt(-3, 3) * 0.1;
      double upper = random.nextInt(3) == 0 ? NONE : 0.3 + random.nextInt(4);
      double cost = random.nextInt(2) * random.nextDouble();
      boolean integer = random.nextBoolean();
      model.column(new LinearColumn(j % 2 == 0 ? "" : "c" + j, lower, upper, cost, integer));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      LinearModelBuilder.Row row = model.row("row" + i);
      for (int j = 0; j < columns; j++) {
        if (random.nextBoolean()) {
          row.term(j, random.nextDouble() - 0.5);
        }
      }
      double limit = random.nextInt(-2, 3) * 0.7;
      switch (random.nextInt(4)) {
        case 0 -> row.atMost(limit);
        case 1 -> row.atLeast(limit);
        case 2 -> row.equalTo(limit);
        default -> row.between(limit, limit + random.nextDouble());
      }
    }
    return model.build();
  }

  @Test
  void refusesToWriteNamesTwice() {
    LinearModelBuilder model = LinearModel.builder("m");
    model.column(LinearColumn.binary("x1", 1));
    model.column(LinearColumn.binary("", 1)); // would be called x1 too
    assertThatThrownBy(() -> written(model.build()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("x1");
  }
}
