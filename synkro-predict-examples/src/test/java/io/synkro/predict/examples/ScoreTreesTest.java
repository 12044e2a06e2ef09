package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTreesTest {
  /** Half of 20 rows had a price up to 1.5 and sold 3 more; expected numbers follow from that. */
  private static final String MODEL =
      """
      tree
      version=v4
      num_class=1
      num_tree_per_iteration=1
      label_index=0
      max_feature_idx=1
      objective=regression
      feature_names=price weekday
      feature_infos=[0:4] 0:1:2
      tree_sizes=300

      Tree=0
      num_leaves=2
      num_cat=0
      split_feature=0
      split_gain=1
      threshold=1.5
      decision_type=8
      left_child=-1
      right_child=-2
      leaf_value=5 2
      leaf_count=10 10
      internal_count=20
      is_linear=0
      shrinkage=1


      end of trees
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path folder;
  private final Path model;
  private final Path rows;

  ScoreTreesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.model = Files.writeString(folder.resolve("model.txt"), MODEL);
    this.rows =
        Files.writeString(
            folder.resolve("rows.csv"), "store,weekday,price\nA,1,1.25\nB,,NA\nC,2,3\n");
  }

  private int run(Object... words) {
    out.reset();
    err.reset();
    List<String> texts = Arrays.stream(words).map(Object::toString).toList();
    return ScoreTrees.run(
        texts,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void scoresAndExplainsRows() {
    assertThat(run(model, rows)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
        .containsExactly(
            "row    prediction    what moves it most",
            "1      5             price 1.250: +1.500",
            "2      2             price missing: -1.500",
            "3      2             price 3: -1.500");
  }

  @Test
  void theCompactFormScoresTheSame() {
    Path saved = folder.resolve("model.trees");
    assertThat(run(model, rows, saved)).isZero();
    String first = out.toString(StandardCharsets.UTF_8).lines().skip(1).limit(4).toList() + "";
    assertThat(run(saved, rows)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1).toList()).hasToString(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "store,weekday,price|store,weekday,cost|line 2, has no column price. Maybe",
        "1.25|cheap|line 2, column price (cheap) must be a number. Maybe"
      })
  void saysWhatIsWrongWithTheRows(String good, String bad, String problem) throws IOException {
    Files.writeString(rows, Files.readString(rows).replace(good, bad));
    assertThat(run(model, rows)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("rows.csv", problem);
  }

  @Test
  void saysWhatIsWrongWithTheModelOrTheWords() throws IOException {
    Files.writeString(model, MODEL.replace("right_child=-2", "right_child=-3"));
    assertThat(run(model, rows)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("model.txt", "does not exist");
    assertThat(run(model)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: ScoreTrees MODEL ROWS");
    assertThat(run(folder.resolve("absent"), rows)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("absent");
  }
}
