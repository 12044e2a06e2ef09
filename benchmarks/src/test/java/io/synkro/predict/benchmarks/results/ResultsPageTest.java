package io.synkro.predict.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that is committed is the one that the committed result files make. */
class ResultsPageTest {
  @Test
  void theCommittedPageAgreesWithTheCommittedFiles() throws IOException {
    Path results = Path.of("results");
    assertThat(Files.readString(Path.of("RESULTS.md"))).isEqualTo(ResultsPage.of(results));
  }
}
