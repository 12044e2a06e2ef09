package io.synkro.predict.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageIT {
  private static final String NO_BROWSER =
      "No Chromium or Chrome on the PATH. Maybe install the package chromium.";

  @Test
  void drawsEveryChartWithoutErrorsAndWithoutANetwork(@TempDir Path directory) throws Exception {
    Path page = directory.resolve("report.html");
    ExamplePage.page().writeTo(page);
    HeadlessChromium.Visit visit = browser().open(page, work(directory), 1280, 3000);

    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
    // 2 bar charts and 3 groups of 2 charts, each for wide and for narrow screens
    assertThat(visit.dom().split("<svg class=\"plot ", -1)).hasSize(1 + 2 * (2 + 3 * 2));
    // the script ran: the select is shown and two of three groups are hidden
    assertThat(visit.dom())
        .contains("<p class=\"picker\">")
        .doesNotContain("<p class=\"picker\" h");
    assertThat(visit.dom().split("class=\"choice\" hidden", -1)).hasSize(1 + 2);
    assertThat(visit.dom()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(inked(visit.picture())).isGreaterThan(60_000);
  }

  @Test
  void noticesErrorsAndRequestsOfABadPage(@TempDir Path directory) throws Exception {
    Path page = directory.resolve("bad.html");
    Files.writeString(
        page,
        "<img src=\"http://example.invalid/x.png\"><iframe src=\"https://example.invalid/y\">"
            + "</iframe><script>throw new Error('no')</script>");
    HeadlessChromium.Visit visit = browser().open(page, work(directory), 600, 400);

    assertThat(visit.console()).anyMatch(line -> line.contains("Error: no"));
    assertThat(visit.requests())
        .containsOnlyOnce("http://example.invalid/x.png", "https://example.invalid/y");
  }

  @Test
  void fitsANarrowScreen(@TempDir Path directory) throws Exception {
    Path page = directory.resolve("report.html");
    ExamplePage.page().writeTo(page);
    HeadlessChromium.Visit visit = browser().open(page, work(directory), 500, 3600);

    assertThat(inked(visit.picture())).isGreaterThan(30_000);
    // nothing reaches the right margin, so nothing is cut off
    assertThat(inked(visit.picture().getSubimage(494, 0, 6, 3600))).isZero();
  }

  private static HeadlessChromium browser() {
    Optional<HeadlessChromium> found = HeadlessChromium.find();
    assumeTrue(found.isPresent(), NO_BROWSER);
    return found.orElseThrow();
  }

  private static Path work(Path directory) throws IOException {
    return Files.createDirectory(directory.resolve("browser"));
  }

  /** Pixels that differ from the paper, which fills the upper left corner. */
  private static long inked(BufferedImage picture) {
    int paper = picture.getRGB(0, 0);
    long count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += picture.getRGB(x, y) == paper ? 0 : 1;
      }
    }
    return count;
  }
}
