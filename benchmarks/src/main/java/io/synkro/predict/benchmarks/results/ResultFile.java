package io.synkro.predict.benchmarks.results;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file of one command: {@code benchmarks/results/NAME.json}, a list of figures. */
public final class ResultFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ResultFile() {}

  /**
   * Returns the folder of all result files.
   *
   * @return {@code benchmarks/results} below the working folder, or below system property {@code
   *     synkro.root}
   */
  public static Path folder() {
    return Path.of(System.getProperty("synkro.root", ".")).resolve("benchmarks").resolve("results");
  }

  /**
   * Writes figures.
   *
   * @param name name of the file without its ending
   * @param figures what was measured
   * @return the file
   * @throws IOException if it cannot be written
   */
  public static Path write(String name, List<Figure> figures) throws IOException {
    Files.createDirectories(folder());
    Path file = folder().resolve(name + ".json");
    Files.writeString(file, JSON.writeValueAsString(figures) + "\n");
    return file;
  }

  /**
   * Reads figures.
   *
   * @param file a result file
   * @return its figures
   * @throws IOException if it cannot be read
   */
  public static List<Figure> read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), new TypeReference<List<Figure>>() {});
  }
}
