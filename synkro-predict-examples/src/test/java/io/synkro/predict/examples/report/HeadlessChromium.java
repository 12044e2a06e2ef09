package io.synkro.predict.examples.report;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Opens a page from a file in a real browser without a window, cut off from every network. */
public final class HeadlessChromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  // an event is a line; requests of the browser itself have "not an origin" for an initiator
  private static final Pattern REQUEST =
      Pattern.compile(
          "\"initiator\":\"(?!not an origin\")[^\"]*\".*?\"url\":\"((?:https?|wss?)://[^\"]*)\"");
  private static final int TIMEOUT_SECONDS = 90;

  private final Path program;

  private HeadlessChromium(Path program) {
    this.program = program;
  }

  /**
   * What the browser saw.
   *
   * @param dom the document after its script ran
   * @param console lines that the page or the browser wrote about it: errors, refusals
   * @param requests addresses that the page asked for over a network
   * @param picture a picture of the page
   */
  public record Visit(
      String dom, List<String> console, List<String> requests, BufferedImage picture) {}

  /** Returns the browser of this machine, if there is one. */
  public static Optional<HeadlessChromium> find() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder).resolve(name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(HeadlessChromium::new);
  }

  /**
   * Opens a page and waits until its script has run.
   *
   * @param page the file
   * @param work an empty directory for the browser's own files
   * @param width width of the window, at least 500 pixels
   * @param height height of the window in pixels
   * @return what the browser saw
   */
  public Visit open(Path page, Path work, int width, int height)
      throws IOException, InterruptedException {
    Path picture = work.resolve("page.png");
    Path netLog = work.resolve("net.json");
    Path dom = work.resolve("dom.html");
    Path log = work.resolve("browser.log");
    String address = page.toUri().toString();
    String window = "--window-size=" + width + "," + height;
    run(work, List.of("--dump-dom", "--log-net-log=" + netLog, address), dom, log);
    run(
        work,
        List.of("--screenshot=" + picture, "--hide-scrollbars", window, address),
        work.resolve("screenshot.out"),
        work.resolve("screenshot.log"));
    List<String> console = read(log).lines().filter(line -> line.contains("CONSOLE")).toList();
    List<String> requests = new ArrayList<>();
    Matcher matcher = REQUEST.matcher(read(netLog));
    while (matcher.find()) {
      requests.add(matcher.group(1));
    }
    return new Visit(read(dom), console, requests, ImageIO.read(picture.toFile()));
  }

  private void run(Path work, List<String> arguments, Path out, Path err)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-features=NetworkTimeServiceQuerying",
            "--disable-extensions",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--enable-logging=stderr",
            "--v=0",
            "--user-data-dir=" + work.resolve("profile")));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("No answer after %d s: %s".formatted(TIMEOUT_SECONDS, read(err)));
    }
    if (process.exitValue() != 0) {
      throw new IOException("Exit %d: %s".formatted(process.exitValue(), read(err)));
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
