package io.synkro.predict.features.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private final Path folder;

  FolderLockTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Opens a log and does nothing else; ends with 1 if that cannot be done. */
  public static final class OpenMain {
    public static void main(String[] args) throws IOException {
      ChangeLog.open(Path.of(args[0]), Durability.PROCESS_CRASH).close();
    }
  }

  @Test
  void anotherProcessIsTurnedAway() throws Exception {
    try (ChangeLog log = ChangeLog.open(folder, Durability.PROCESS_CRASH)) {
      assertThatThrownBy(() -> ChangeLog.open(folder, Durability.PROCESS_CRASH))
          .isInstanceOf(FolderInUseException.class)
          .hasMessageContaining(folder + " is in use by this process");
      assertThat(log.append(new byte[1])).isEqualTo(1);
      // also after an opener of this process was turned away
      assertThat(openInChild()).contains("is in use by another process");
    }
    assertThat(openInChild()).isEmpty();
  }

  private String openInChild() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OpenMain.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Test
  void anotherClassLoaderIsTurnedAway() throws Exception {
    List<URL> classPath = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      classPath.add(new File(part).toURI().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      ChangeLog log = ChangeLog.open(folder, Durability.PROCESS_CRASH);
      Class<?> main = loader.loadClass(OpenMain.class.getName());
      assertThat(main).isNotEqualTo(OpenMain.class);
      Method open = main.getMethod("main", String[].class);
      assertThatThrownBy(() -> open.invoke(null, (Object) new String[] {folder.toString()}))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageContaining("is in use by this process");
      log.close();
      open.invoke(null, (Object) new String[] {folder.toString()});
    }
  }

  @Test
  void twoFoldersAreIndependent() throws IOException {
    try (ChangeLog one = ChangeLog.open(folder.resolve("a"), Durability.PROCESS_CRASH);
        ChangeLog two = ChangeLog.open(folder.resolve("b"), Durability.PROCESS_CRASH)) {
      assertThat(one.append(new byte[1])).isEqualTo(two.append(new byte[2]));
    }
  }
}
