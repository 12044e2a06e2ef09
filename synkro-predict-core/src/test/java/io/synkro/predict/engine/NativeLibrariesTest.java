package io.synkro.predict.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibrariesTest {
  // messages as the loaders of glibc, musl, macOS and Windows word them
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x/lib.so: libgomp.so.1: cannot open shared object file: No such file or directory"
            + "|apt-get install libgomp1",
        "dlopen(lib.dylib): Library not loaded: /opt/homebrew/opt/libomp/lib/libomp.dylib|libomp",
        "libc.so.6: version `GLIBC_2.29' not found (required by x/lib.so)|newer glibc",
        "Error loading shared library ld-linux-x86-64.so.2: No such file or directory|musl",
        "/tmp/x/lib.so: failed to map segment from shared object|java.io.tmpdir",
        "C:\\x\\lib.dll: Can't find dependent libraries|Visual C++",
        "the jar has no linux/sparc/lib.so|platform"
      })
  void saysWhatToInstall(String message, String remedy) {
    UnsatisfiedLinkError error = new UnsatisfiedLinkError(message);
    NativeLibraryException explained = NativeLibraries.explain("lightgbm", error);
    assertThat(explained)
        .hasMessageContaining(message)
        .hasMessageContaining("Maybe")
        .hasCause(error);
    assertThat(String.valueOf(explained.getMessage()).split("Maybe", -1)[1]).contains(remedy);
    assertThat(explained.engine()).isEqualTo("lightgbm");
  }

  /** A class that failed to load its library once fails as a class from then on. */
  @Test
  void looksForTheFirstCause() {
    NoClassDefFoundError later = new NoClassDefFoundError("Could not initialize class X");
    later.initCause(new ExceptionInInitializerError("libgomp.so.1: cannot open"));
    assertThat(NativeLibraries.explain("xgboost", later)).hasMessageContaining("libgomp1");
  }
}
