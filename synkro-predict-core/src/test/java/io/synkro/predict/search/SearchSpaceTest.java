package io.synkro.predict.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchSpaceTest {
  private static final SearchSpace SPACE =
      SearchSpace.builder()
          .logUniform("rate", 0.001, 0.3)
          .integer("depth", -1, 8)
          .choice("loss", "l1", "l2")
          .build();
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static Arguments bad(String what, String name, Consumer<SearchSpace.Builder> parameter) {
    return Arguments.of(what, name, parameter);
  }

  static Stream<Arguments> badParameters() {
    return Stream.of(
        bad("blank name", "name", b -> b.uniform(" ", 0, 1)),
        bad("control character", "name", b -> b.integer("a\nb", 0, 1)),
        bad("NaN low", "x.low", b -> b.uniform("x", NAN, 1)),
        bad("NaN high", "x.high", b -> b.uniform("x", 0, NAN)),
        bad("infinite low", "x.low", b -> b.uniform("x", -INFINITE, 1)),
        bad("infinite high", "x.high", b -> b.uniform("x", 0, INFINITE)),
        bad("infinite range", "x.high", b -> b.uniform("x", -1.7e308, 1.7e308)),
        bad("empty range", "x.high", b -> b.uniform("x", 1, 1)),
        bad("reversed range", "x.high", b -> b.uniform("x", 1, 0)),
        bad("logarithm of zero", "x.low", b -> b.logUniform("x", 0, 1)),
        bad("logarithm of less", "x.low", b -> b.logUniform("x", -1, 1)),
        bad("equal logarithms", "x.low", b -> b.logUniform("x", 1e300, Math.nextUp(1e300))),
        bad("one whole number", "x.high", b -> b.integer("x", 3, 3)),
        bad("reversed whole numbers", "x.high", b -> b.integer("x", 4, 3)),
        bad("logarithm of a whole zero", "x.low", b -> b.logInteger("x", 0, 3)),
        bad("no option", "x.options", b -> b.choice("x")),
        bad("one option", "x.options", b -> b.choice("x", "a")),
        bad("an option twice", "x.options", b -> b.choice("x", "a", "b", "a")),
        bad("blank option", "x option", b -> b.choice("x", "a", "")),
        bad("no parameter", "parameters", b -> {}),
        bad("a name twice", "name", b -> b.uniform("x", 0, 1).integer("x", 0, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badParameters")
  void refusesUnusableParameters(
      String what, String name, Consumer<SearchSpace.Builder> parameter) {
    SearchSpace.Builder builder = SearchSpace.builder();
    assertThatThrownBy(
            () -> {
              parameter.accept(builder);
              builder.build();
            })
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.name()).isEqualTo(name));
  }

  private static Map<String, Object> values(Object rate, Object depth, Object loss) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rate", rate);
    values.put("depth", depth);
    values.put("loss", loss);
    return values;
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        Arguments.of("rate", values(0.5, 3, "l1")),
        Arguments.of("rate", values(NAN, 3, "l1")),
        Arguments.of("rate", values("0.1", 3, "l1")),
        Arguments.of("depth", values(0.1, 9, "l1")),
        Arguments.of("depth", values(0.1, 3.0, "l1")),
        Arguments.of("depth", values(0.1, 3L, "l1")),
        Arguments.of("loss", values(0.1, 3, "l3")),
        Arguments.of("loss", values(0.1, 3, 0)),
        Arguments.of("loss", Map.of("rate", 0.1, "depth", 3)),
        Arguments.of("name", Map.of("rate", 0.1, "depth", 3, "loss", "l1", "leaves", 3)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("badValues")
  void refusesUnusableValues(String name, Map<String, Object> values) {
    assertThatThrownBy(() -> SPACE.values(values))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.name()).isEqualTo(name));
  }

  @Test
  void givesValuesByTheirType() {
    ParameterValues values = SPACE.values(values(0.25, -1, "l2"));
    assertThat(values.real("rate")).isEqualTo(0.25);
    assertThat(values.whole("depth")).isEqualTo(-1);
    assertThat(values.choice("loss")).isEqualTo("l2");
    assertThat(values.asMap()).isEqualTo(values(0.25, -1, "l2"));
    assertThat(values.asMap().keySet()).containsExactly("rate", "depth", "loss");
    assertThat(values).hasToString("{rate=0.25, depth=-1, loss=l2}");
  }

  @Test
  void equalValuesOfEqualSpacesAreEqual() {
    SearchSpace same = new SearchSpace(SPACE.parameters());
    assertThat(SPACE.values(values(0.25, -1, "l2")))
        .isEqualTo(same.values(values(0.25, -1, "l2")))
        .hasSameHashCodeAs(same.values(values(0.25, -1, "l2")))
        .isNotEqualTo(SPACE.values(values(0.25, -1, "l1")));
  }

  @Test
  void refusesNamesOfAnotherType() {
    ParameterValues values = SPACE.values(values(0.25, -1, "l2"));
    assertThatThrownBy(() -> values.real("depth")).hasMessageContaining("must name a real number");
    assertThatThrownBy(() -> values.whole("loss")).hasMessageContaining("must name a whole number");
    assertThatThrownBy(() -> values.choice("rate")).hasMessageContaining("must name a choice");
    assertThatThrownBy(() -> values.real("leaves"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("[rate, depth, loss]");
  }
}
