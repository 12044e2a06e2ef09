package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.SynkroPredictException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts from a file that version 0.1 of the library has written. */
class TreeModelFileV1Test {
  private final byte[] whole = bytes("lightgbm-v1.trees");

  TreeModelFileV1Test() throws IOException {}

  static byte[] bytes(String resource) throws IOException {
    try (InputStream in = TreeModelFileV1Test.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }

  @Test
  void refusesFilesThatAreCutShort() {
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> TreeModelFileV1.read("some.trees", cut))
          .as("cut at %d", length)
          .isInstanceOf(CorruptModelException.class)
          .hasMessageContaining("some.trees");
    }
  }

  @Test
  void noBitThatFlipsChangesAPrediction() throws IOException {
    double expected = margin(whole);
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << (i % 8));
      try {
        assertThat(margin(flipped)).isEqualTo(expected); // a few bits of gzip mean nothing
      } catch (SynkroPredictException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length - 10);
  }

  private static double margin(byte[] file) throws IOException {
    return TreeModelFileV1.read("some.trees", file).margins(Tables.row(1, 0))[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leaf_value=0.1|leaf_value=0.3|SHA-256",
        "synkro-predict-trees|other|not that of a tree model",
        "'\"version\":1'|'\"version\":2'|of version 2",
        "'\"name\":\"price\"'|'\"name\":\"pr ice\"'|no schema",
        "'\"name\":\"price\"'|'\"name\":\"cost\"'|not those of the schema",
        "'\"name\":\"price\"'|'\"name\":null'|header cannot be read",
        "'\"columns\":['|'\"columns\":[null,'|header cannot be read",
        "'\"columns\":'|'\"other\":'|header cannot be read",
        "'\"bytes\":'|'\"bytes\":1'|of 1",
        "'\"bytes\":'|'\"bytes\":99999'|bytes cannot hold",
        "'\"bytes\":'|'\"bytes\":-'|not that of a tree model",
        "end of trees|end of trees and more|goes on"
      })
  void saysWhatIsWrongWithTheFile(String good, String bad, String problem) throws IOException {
    byte[] rewritten = rewritten(good, bad);
    assertThatThrownBy(() -> TreeModelFileV1.read("some.trees", rewritten))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(problem);
  }

  private byte[] rewritten(String good, String bad) throws IOException {
    String content;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(whole))) {
      content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(content).contains(good);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.replace(good, bad).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
