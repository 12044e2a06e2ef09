package io.synkro.predict.optimize.highs;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.optimize.linear.LinearColumn;
import io.synkro.predict.optimize.linear.LinearEngine;
import io.synkro.predict.optimize.linear.LinearEngines;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearModelBuilder;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HighsNativesTest {
  @Test
  void isTheVersionThatTheNamesWereTakenFrom() {
    HighsLibrary library = HighsNatives.SHARED.library();
    assertThat(library.Highs_version()).isEqualTo("1.12.0");
    assertThat(HighsNatives.SHARED.library()).isSameAs(library);
  }

  @Test
  void leavesNoFileBehind() throws IOException {
    new HighsNatives("Linux", "amd64").library();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      String mine = "synkro-highs-%d-".formatted(ProcessHandle.current().pid());
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(mine));
    }
  }

  /** Each loader extracts and loads its own copy, as two web applications in one server do. */
  @Test
  void twoClassLoadersSolve() throws Exception {
    double here = Solver.solve();
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    try (URLClassLoader other =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> solver = other.loadClass(Solver.class.getName());
      assertThat(solver).isNotEqualTo(Solver.class);
      assertThat(solver.getMethod("solve").invoke(null)).isEqualTo(here);
    }
  }

  /** Runs inside the other class loader; only JDK types cross the border. */
  public static final class Solver {
    private Solver() {}

    public static double solve() {
      LinearModelBuilder model = LinearModel.builder("two");
      int x = model.column(LinearColumn.integer("x", 0, 9, -2));
      int y = model.column(LinearColumn.integer("y", 0, 9, -3));
      model.row("r").term(x, 3).term(y, 5).atMost(19);
      LinearEngine engine = LinearEngines.engine("highs");
      return engine
          .solve(model.build(), LinearOptions.builder().build(), LinearMonitor.none())
          .incumbent()
          .orElseThrow()
          .objective();
    }
  }
}
