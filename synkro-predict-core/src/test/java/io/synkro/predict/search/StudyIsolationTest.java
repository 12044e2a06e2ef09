package io.synkro.predict.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is shared between studies but files. */
class StudyIsolationTest {
  /** Runs in a class loader of its own: takes a journal, and gives the report or the refusal. */
  public static final class Client implements UnaryOperator<String> {
    /** Creates a client. */
    public Client() {}

    @Override
    public String apply(String journal) {
      try {
        return Study.builder(TestFunctions.BRANIN)
            .maxTrials(14)
            .clock(() -> Instant.EPOCH)
            .build()
            .run(TestFunctions::branin, Path.of(journal))
            .text();
      } catch (StudyJournalException | IOException e) {
        return String.valueOf(e.getMessage());
      }
    }
  }

  private static URLClassLoader loader() throws IOException {
    URL[] path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> url(Path.of(entry)))
            .toArray(URL[]::new);
    return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<String> client(ClassLoader loader)
      throws ReflectiveOperationException {
    return (UnaryOperator<String>)
        loader.loadClass(Client.class.getName()).getConstructor().newInstance();
  }

  @Test
  void twoClassLoadersFindTheSameAndExcludeEachOther(@TempDir Path folder) throws Exception {
    try (URLClassLoader one = loader();
        URLClassLoader two = loader()) {
      Path first = folder.resolve("first.jsonl");
      Path second = folder.resolve("second.jsonl");
      String found = client(one).apply(first.toString());
      assertThat(found).startsWith("Study search: 14 trials");
      assertThat(client(two).apply(second.toString())).isEqualTo(found);
      assertThat(second).hasSameBinaryContentAs(first);
      assertThat(client(one)).isNotInstanceOf(Client.class);
      Study.builder(TestFunctions.BRANIN)
          .maxTrials(15)
          .build()
          .run(
              trial -> {
                assertThat(held(two, first)).contains("another study uses it");
                return 1;
              },
              first);
      assertThat(Files.readAllLines(first)).hasSize(16);
    }
  }

  private static String held(ClassLoader loader, Path journal) {
    try {
      return client(loader).apply(journal.toString());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void staticFieldsAreConstants() throws Exception {
    URL study = Objects.requireNonNull(Study.class.getResource("Study.class"));
    Path folder = Objects.requireNonNull(Path.of(study.toURI()).getParent());
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> classes = files.filter(f -> f.toString().endsWith(".class")).toList();
      assertThat(classes).hasSizeGreaterThan(20);
      for (Path file : classes) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '.');
        Class<?> type =
            Class.forName(
                Study.class.getPackageName() + "." + name.substring(0, name.length() - 6));
        for (Field field : type.getDeclaredFields()) {
          int modifiers = field.getModifiers();
          assertThat(!Modifier.isStatic(modifiers) || Modifier.isFinal(modifiers))
              .as(field.toString())
              .isTrue();
        }
      }
    }
  }
}
