package io.synkro.predict.examples.report;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A report as one HTML file: style, script and pictures inside, nothing from elsewhere, so that it
 * opens offline and can be mailed. Follows the reader's light or dark scheme and prints well. All
 * texts are escaped. Immutable.
 */
public final class HtmlPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private final String title;
  private final String intro;
  private final String footer;
  private final List<Section> sections;

  private HtmlPage(Builder builder) {
    title = builder.title;
    intro = builder.intro;
    footer = builder.footer;
    sections = List.copyOf(builder.sections);
  }

  /**
   * Starts a page.
   *
   * @param title its title, not blank
   * @return a builder
   */
  public static Builder builder(String title) {
    Require.that(!title.isBlank(), "title", title, "must not be blank", "");
    return new Builder(title);
  }

  /**
   * Writes the page as UTF-8. The file is there whole or not at all; one that was there before is
   * replaced.
   *
   * @param file where to write; its directory is made if it is absent
   * @throws IOException if writing fails
   */
  public void writeTo(Path file) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null) {
      throw new InvalidInputException(
          "file", target.toString(), "must name a file", "add report.html");
    }
    Files.createDirectories(parent);
    Path partial =
        parent.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".partial");
    try {
      Files.writeString(partial, html(), StandardCharsets.UTF_8);
      move(partial, target);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Returns the page as text.
   *
   * @return a whole HTML document
   */
  public String html() {
    StringBuilder html = new StringBuilder(1 << 16);
    String safeTitle = HtmlText.escape(title);
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY);
    html.append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.append("<link rel=\"icon\" href=\"data:,\">\n<title>").append(safeTitle);
    html.append("</title>\n<style>\n").append(resource("page.css")).append("</style>\n</head>\n");
    html.append("<body>\n").append(PATTERNS).append("<header>\n<h1>").append(safeTitle);
    html.append("</h1>\n");
    if (!intro.isEmpty()) {
      html.append("<p class=\"intro\">").append(HtmlText.escape(intro)).append("</p>\n");
    }
    contents(html);
    html.append("</header>\n<main>\n");
    for (int i = 0; i < sections.size(); i++) {
      html.append(sections.get(i).html("s" + (i + 1)));
    }
    html.append("</main>\n");
    if (!footer.isEmpty()) {
      html.append("<footer><p>").append(HtmlText.escape(footer)).append("</p></footer>\n");
    }
    html.append("<script>\n").append(resource("page.js")).append("</script>\n</body>\n</html>\n");
    return html.toString();
  }

  /** Hatchings, so that shaded areas differ by more than their colour. */
  private static final String PATTERNS =
      "<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>"
          + "<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
          + " patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"6\""
          + " height=\"6\"/><path class=\"hatch-line\" d=\"M0 0V6\"/></pattern>"
          + "<pattern id=\"stripe\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\""
          + " patternTransform=\"rotate(45)\"><rect class=\"stripe-ground\" width=\"5\""
          + " height=\"5\"/><path class=\"stripe-line\" d=\"M0 0V5\"/></pattern></defs></svg>\n";

  private void contents(StringBuilder html) {
    if (sections.size() < 2) {
      return;
    }
    html.append("<nav aria-label=\"Contents\"><ol>");
    for (int i = 0; i < sections.size(); i++) {
      html.append("<li><a href=\"#s").append(i + 1).append("\">");
      html.append(HtmlText.escape(sections.get(i).heading())).append("</a></li>");
    }
    html.append("</ol></nav>\n");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing. Maybe the jar was repacked.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Collects the parts of an {@link HtmlPage}. */
  public static final class Builder {
    private final String title;
    private final List<Section> sections = new ArrayList<>();
    private String intro = "";
    private String footer = "";

    private Builder(String title) {
      this.title = title;
    }

    /**
     * Sets the paragraph below the title.
     *
     * @param text plain text
     * @return this builder
     */
    public Builder intro(String text) {
      intro = text;
      return this;
    }

    /**
     * Sets the line at the end, such as when and from what the report was made.
     *
     * @param text plain text
     * @return this builder
     */
    public Builder footer(String text) {
      footer = text;
      return this;
    }

    /**
     * Adds a section.
     *
     * @param section the section
     * @return this builder
     */
    public Builder section(Section section) {
      sections.add(section);
      return this;
    }

    /**
     * Builds the page.
     *
     * @return the page
     * @throws io.synkro.predict.InvalidInputException if there is no section
     */
    public HtmlPage build() {
      Require.that(!sections.isEmpty(), "sections", "none", "must have a section", "add one");
      return new HtmlPage(this);
    }
  }
}
