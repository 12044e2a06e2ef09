package io.synkro.predict.examples.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void withoutWordsTheDefaultsOfTheUsageHold() {
    Arguments arguments = Arguments.of(List.of());

    assertThat(arguments.files()).isEmpty();
    assertThat(arguments.lstm()).isFalse();
    assertThat(Arguments.USAGE)
        .contains("(default: " + arguments.output() + ")")
        .contains("days to forecast (default: " + arguments.days() + ")")
        .contains("rejected lines a file (default: " + arguments.tolerated() + ")")
        .contains("seed (default: " + arguments.seed() + ")");
  }

  @Test
  void everyOptionIsTaken() {
    Arguments arguments =
        words(
            "--days 7 sales.csv --mapping names.json --orders orders.csv stock.csv --out plan"
                + " --tolerate 3 --seed 5 --lstm");

    assertThat(arguments.sales()).hasValue(Path.of("sales.csv"));
    assertThat(arguments.stock()).hasValue(Path.of("stock.csv"));
    assertThat(arguments.mapping()).hasValue(Path.of("names.json"));
    assertThat(arguments.orders()).hasValue(Path.of("orders.csv"));
    assertThat(arguments.output()).isEqualTo(Path.of("plan"));
    assertThat(arguments.days()).isEqualTo(7);
    assertThat(arguments.tolerated()).isEqualTo(3);
    assertThat(arguments.seed()).isEqualTo(5);
    assertThat(arguments.lstm()).isTrue();
    assertThat(arguments.files()).hasSize(4);
  }

  @Test
  void everyOptionOfTheUsageIsKnown() {
    Matcher option = Pattern.compile("(?m)^  (--\\w+)( [A-Z]+)?").matcher(Arguments.USAGE);
    int count = 0;
    while (option.find()) {
      String value = option.group(2) == null ? "" : " 9";
      String words = "sales.csv --orders x " + option.group(1) + value;
      assertThat(words(words)).as(words).isNotNull();
      count++;
    }
    assertThat(count).isEqualTo(7); // mapping, orders, out, days, tolerate, seed, lstm
  }

  @ParameterizedTest
  @ValueSource(strings = {"--mapping", "--orders", "--out", "--days", "--tolerate", "--seed"})
  void anOptionWithoutItsValueIsNamed(String option) {
    assertThatThrownBy(() -> words("sales.csv " + option))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("Option " + option + " has no value", "Maybe");
    // the next option is no value
    assertThatThrownBy(() -> words("sales.csv " + option + " --lstm"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Option " + option + " has no value");
  }

  @ParameterizedTest
  @CsvSource({
    "--days 0, from 1 to 730",
    "--days 731, from 1 to 730",
    "--days -1, from 1 to 730",
    "--days 1.5, from 1 to 730",
    "--days week, from 1 to 730",
    "--tolerate -1, from 0 to 2147483647",
    "--tolerate 99999999999, from 0 to 2147483647",
    "--seed x, from 0 to 2147483647",
  })
  void aNumberOutOfRangeIsNamedWithItsLimits(String words, String limits) {
    String[] parts = words.split(" ", -1);
    assertThatThrownBy(() -> words(words))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "%s (%s) must be a whole number %s".formatted(parts[0], parts[1], limits), "Maybe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--day", "--", "--DAYS", "--out=plan"})
  void anUnknownOptionIsNamed(String option) {
    for (String words : List.of(option, option + " 7")) {
      assertThatThrownBy(() -> words(words))
          .isInstanceOf(UsageException.class)
          .hasMessageContainingAll("Option " + option + " is not known", "Maybe see --help");
    }
  }

  @Test
  void aThirdFileIsOneTooMany() {
    assertThatThrownBy(() -> words("sales.csv stock.csv orders.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("\"orders.csv\" is one file too many", "Maybe write --orders");
  }

  @Test
  void filesWithoutTheirSalesFileAreRefused() {
    assertThatThrownBy(() -> words("--orders orders.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("--orders", "Maybe name the sales file first");
    assertThatThrownBy(() -> words("--mapping names.json"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("--mapping", "Maybe name the sales file first");
    assertThatThrownBy(() -> words("sales.csv --lstm"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("--lstm", "Maybe add --orders");
    assertThat(words("--lstm").lstm()).isTrue(); // the sample has orders
  }

  @Test
  void aNameThatNoFileCanHaveIsRefused() {
    for (String option : List.of("", "--out ", "--orders ")) {
      assertThatThrownBy(() -> words(option + "sales\0.csv"))
          .isInstanceOf(UsageException.class)
          .hasMessageContainingAll("is no name of a file", "Maybe");
    }
  }

  private static Arguments words(String words) {
    return Arguments.of(List.of(words.split(" ", -1)));
  }
}
