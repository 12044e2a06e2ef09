package io.synkro.predict.examples.job;

import io.synkro.predict.examples.sample.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that is complete or absent: everything is written to a staging folder beside it, which
 * takes its place at the end. Closing without {@link #publish} leaves nothing behind.
 */
public final class OutputFolder implements AutoCloseable {
  /** The page, which every folder that this program has written holds. */
  public static final String PAGE = "report.html";

  static final String DATA_QUALITY = "data-quality.txt";
  static final String PATTERNS = "patterns.txt";
  static final String MODEL_CARD = "model-card.md";
  static final String FORECAST = "forecast.csv";
  static final String STOCK_OUTS = "stock-outs.csv";
  static final String PLAN = "plan.csv";
  static final String DATA = "data";

  /** Only a folder that holds nothing else is replaced; desktops of Apple leave the last one. */
  private static final Set<Path> OURS =
      Stream.of(
              Stream.of(PAGE, DATA_QUALITY, PATTERNS, MODEL_CARD, FORECAST, STOCK_OUTS, PLAN),
              Stream.of(SampleData.SALES, SampleData.STOCK, SampleData.ORDERS, SampleData.PRODUCTS)
                  .map(name -> DATA + "/" + name),
              Stream.of("", DATA, ".DS_Store"))
          .flatMap(names -> names)
          .map(Path::of)
          .collect(Collectors.toUnmodifiableSet());

  private final Path target;
  private final Path staging;
  private final List<Path> createdParents = new ArrayList<>();
  private boolean published;

  /**
   * Creates the staging folder.
   *
   * @param target folder to write in the end; may exist if it holds nothing but what this program
   *     writes
   * @throws UsageException if the folder holds something else
   * @throws IOException if nothing can be written there
   */
  public OutputFolder(Path target) throws IOException {
    this.target = target.toAbsolutePath().normalize();
    requireOurs();
    Path parent = this.target.getParent();
    if (parent == null) {
      throw new UsageException(
          "Folder %s cannot be replaced. Maybe name another.".formatted(target));
    }
    for (Path p = parent; p != null && !Files.exists(p); p = p.getParent()) {
      createdParents.add(p);
    }
    Files.createDirectories(parent);
    this.staging = createBeside(this.target);
  }

  /**
   * Checks that a file is not among those that {@link #publish} replaces.
   *
   * @param file a file that is read
   * @throws UsageException if it is in the target
   */
  public void requireOutside(Path file) {
    if (file.toAbsolutePath().normalize().startsWith(target)) {
      throw new UsageException(
          "File %s is in the folder %s, which is replaced in the end. Maybe choose another with --out."
              .formatted(file, target));
    }
  }

  /** Not a temporary folder of the JDK: that would be closed to everybody else once published. */
  private static Path createBeside(Path target) throws IOException {
    for (int k = 1; ; k++) {
      Path staging = target.resolveSibling(".%s.staging-%d".formatted(target.getFileName(), k));
      try {
        return Files.createDirectory(staging);
      } catch (FileAlreadyExistsException e) {
        // another run is at work there, or one was killed: take the next name
      }
    }
  }

  private void requireOurs() throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new UsageException(
          "%s is a file and not a folder. Maybe choose a folder with --out.".formatted(target));
    }
    Optional<Path> foreign;
    try (Stream<Path> paths = Files.walk(target, 2)) {
      foreign = paths.map(target::relativize).filter(path -> !OURS.contains(path)).findFirst();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (foreign.isPresent()) {
      throw new UsageException(
          "Folder %s holds %s, which is no report of ours. Maybe choose another with --out."
              .formatted(target, foreign.get()));
    }
  }

  /**
   * Returns where to write a file for now.
   *
   * @param name its name in the folder
   * @return its path in the staging folder
   */
  public Path file(String name) {
    return staging.resolve(name);
  }

  /**
   * Puts the staging folder in the target's place.
   *
   * @return the target
   * @throws UsageException if something else has been put into the target meanwhile
   * @throws IOException if it cannot be moved; the old target is then still there
   */
  public Path publish() throws IOException {
    requireOurs();
    Path old = staging.resolveSibling(staging.getFileName() + ".old");
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(old)) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    published = true;
    deleteTree(old);
    return target;
  }

  @Override
  public void close() throws IOException {
    deleteTree(staging);
    if (!published) {
      for (Path parent : createdParents) {
        if (!isEmpty(parent)) {
          return; // somebody else uses it by now
        }
        Files.delete(parent);
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
