package io.synkro.predict.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {
  private static final String EVIL = "\"><script>alert('x')</script>\u0000&";
  private static final String SAFE =
      "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\uFFFD&amp;";

  @Test
  void everyTextIsEscaped() {
    BarChart chart = BarChart.builder(EVIL, EVIL, EVIL, EVIL).bar(EVIL, 1, 2).build();
    DataTable table =
        DataTable.builder(EVIL, EVIL, EVIL, EVIL)
            .row(
                Cell.text(EVIL),
                Cell.status(Tone.BAD, EVIL),
                Cell.line(Sparkline.of(EVIL, new double[] {1, 2})))
            .build();
    Section section =
        Section.builder(EVIL)
            .paragraph(EVIL)
            .note(EVIL)
            .bullets(List.of(EVIL))
            .tiles(new Tile(EVIL, EVIL, EVIL, Tone.GOOD))
            .table(table)
            .chart(chart)
            .chart(ExamplePage.forecast(EVIL, 1))
            .chart(ExamplePage.stock(EVIL, 1))
            .chooser(EVIL, List.of(new ChartGroup(EVIL, List.of(chart))))
            .build();
    String html =
        HtmlPage.builder(EVIL)
            .intro(EVIL)
            .footer(EVIL)
            .section(section)
            .section(section)
            .build()
            .html();
    assertThat(html).contains(SAFE).doesNotContain("<script>alert").doesNotContain("\u0000");
    assertThat(html.split("<script>", -1)).hasSize(2);
  }

  @Test
  void nothingComesFromElsewhere() {
    String html = ExamplePage.page().html();
    assertThat(html)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                + "style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">")
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain("@import");
  }

  @Test
  void idsAreUniqueAndReferencesResolve() {
    String html = ExamplePage.page().html();
    List<String> ids = all(html, " id=\"([^\"]+)\"");
    Set<String> unique = new HashSet<>(ids);
    assertThat(ids).hasSameSizeAs(unique);
    for (String pair : all(html, "aria-labelledby=\"([^\"]+)\"")) {
      assertThat(unique).contains(pair.split(" ", -1));
    }
    assertThat(unique).containsAll(all(html, "href=\"#([^\"]+)\""));
    assertThat(unique).containsAll(all(html, "url\\(#([^)]+)\\)"));
  }

  @Test
  void everyPictureHasATitleAndADescription() {
    String html = ExamplePage.page().html();
    int pictures = all(html, "(<svg class=\"(?:plot|spark))").size();
    assertThat(pictures).isEqualTo(all(html, "(<title id=)").size()).isGreaterThan(10);
    assertThat(all(html, "<desc id=\"[^\"]+\">([^<]+)<")).hasSize(pictures);
    assertThat(html).contains("<th scope=\"col\"").contains("<th scope=\"row\"");
  }

  @Test
  void writesTheWholeFileAndReplacesAnOlderOne(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("made/report.html");
    ExamplePage.page().writeTo(file);
    ExamplePage.page().writeTo(file);
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(ExamplePage.page().html());
    try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void thirtyChartsStayBelowAMegabyteAndAHalf() {
    List<ChartGroup> groups = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      groups.add(new ChartGroup("P" + i, List.of(ExamplePage.forecast("Demand", i))));
    }
    HtmlPage page =
        HtmlPage.builder("x").section(Section.builder("y").chooser("Item", groups).build()).build();
    assertThat(page.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_500_000);
  }

  @Test
  void withoutScriptsAllGroupsAreShown() {
    assertThat(ExamplePage.page().html())
        .contains("<p class=\"picker\" hidden>")
        .doesNotContain("class=\"choice\" hidden");
  }

  @Test
  void anEmptyTableSaysSo() {
    Section section = Section.builder("x").table(DataTable.builder("y", "a", "b").build()).build();
    assertThat(section.html("s")).contains("<td colspan=\"2\">Nothing to show.</td>");
  }

  @Test
  void refusesPagesAndRowsWithoutContent() {
    assertThatThrownBy(() -> HtmlPage.builder("x").build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> HtmlPage.builder(" ")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> DataTable.builder("x", "a", "b").row(Cell.text("1")))
        .isInstanceOf(InvalidInputException.class);
  }

  private static List<String> all(String html, String regex) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(regex).matcher(html);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
